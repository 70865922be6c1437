import { join } from 'node:path'
import { acceptHead, anchorFileName, deriveSealKey, verifyJournal, type Verdict } from '#audit'
import { createDatabase, openPool } from '#kernel/database'
import { bringUpToDate, joinGround } from './ground.ts'
import { withHouse } from './with-house.ts'

const ofEntry: Record<string, string> = {
  changed: 'was changed, or stands in another place',
  'missing-entry': 'is missing',
  'missing-seal': 'and its seal are missing',
  'cut-off': 'and all after it were cut off',
  'anchor-differs': `is not what ${anchorFileName} noted`,
}

const cannotTell = 'whether the end of the journal was cut off cannot be told'
const ofNote: Record<string, string> = {
  'anchor-missing': `${anchorFileName} is missing from the data folder: ${cannotTell}`,
  'anchor-unreadable': `${anchorFileName} cannot be read: ${cannotTell}`,
  'anchor-forged': `${anchorFileName} was changed: ${cannotTell}`,
}
const remedy = `Find out why. Where you know (an older backup was put back, the file was lost), \`vigie audit accept\` goes
on from the present end, and the journal says so.
`

/** `vigie audit verify`: reads the whole chain; exit code 1 where anything does not hold. */
export async function verifyAudit(): Promise<void> {
  const ground = await joinGround()
  try {
    await bringUpToDate(ground.address)
    const database = createDatabase(openPool(ground.address.app, ground.log, 2))
    try {
      tell(
        await verifyJournal(database, {
          key: deriveSealKey(ground.masterKey),
          anchorFile: join(ground.config.dataFolder, anchorFileName),
        }),
      )
    } finally {
      await database.close()
    }
  } finally {
    await ground.close()
  }
}

function tell({ findings, sealed, waiting }: Verdict): void {
  for (const { kind, position, entryId } of findings)
    say(ofNote[kind] ?? `Entry ${position}${entryId ? ` (${entryId})` : ''} ${ofEntry[kind] ?? kind}`)
  const later = waiting > 0 ? `, ${waiting} not sealed yet` : ''
  const holds = findings.length === 0
  say(`${holds ? 'The journal holds' : 'THE JOURNAL DOES NOT HOLD'}: ${sealed} sealed entries${later}`)
  if (holds) return
  if (findings.some(({ kind }) => kind === 'cut-off' || kind.startsWith('anchor-'))) say(remedy.trimEnd())
  process.exitCode = 1
}

/** `vigie audit accept`: goes on from the present end of the journal, whatever was noted before. */
export async function acceptAudit(): Promise<void> {
  const position = await withHouse(({ ground }) => acceptHead(ground))
  say(`The journal goes on from its entry ${position}; that you accepted it is its next one.`)
}

function say(sentence: string): void {
  process.stdout.write(`${sentence}\n`)
}
