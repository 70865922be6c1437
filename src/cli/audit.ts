import { join } from 'node:path'
import { anchorFileName, deriveSealKey, verifyJournal } from '#audit'
import { createDatabase, openPool } from '#kernel/database'
import { bringUpToDate, openGround } from './ground.ts'

const meaning: Record<string, string> = {
  changed: 'was changed, or stands in another place',
  'missing-entry': 'is missing',
  'missing-seal': 'and its seal are missing',
  'cut-off': 'and all after it were cut off',
  'anchor-forged': `: ${anchorFileName} was changed`,
  'anchor-differs': `is not what ${anchorFileName} noted`,
}

/** `vigie audit verify`: reads the whole chain; exit code 1 where anything does not hold. */
export async function verifyAudit(): Promise<void> {
  const ground = await openGround({ join: true })
  try {
    await bringUpToDate(ground.address)
    const database = createDatabase(openPool(ground.address.app, ground.log, 2))
    try {
      const verdict = await verifyJournal(database, {
        key: deriveSealKey(ground.masterKey),
        anchorFile: join(ground.config.dataFolder, anchorFileName),
      })
      for (const { kind, position, entryId } of verdict.findings)
        process.stdout.write(`Entry ${position}${entryId ? ` (${entryId})` : ''} ${meaning[kind] ?? kind}\n`)
      const waiting = verdict.waiting > 0 ? `, ${verdict.waiting} not sealed yet` : ''
      const holds = verdict.findings.length === 0
      process.stdout.write(
        `${holds ? 'The journal holds' : 'THE JOURNAL DOES NOT HOLD'}: ${verdict.sealed} sealed entries${waiting}\n`,
      )
      if (!holds) process.exitCode = 1
    } finally {
      await database.close()
    }
  } finally {
    await ground.close()
  }
}
