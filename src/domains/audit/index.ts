import { join } from 'node:path'
import { defineDomain } from '#kernel/domain'
import { exportEntries, listEntries } from './entries/list.ts'
import { organisationHistory, personHistory, roleHistory } from './entries/of-identity.ts'
import { writeEntries } from './entries/write.ts'
import { noteFirstHead } from './seals/accept.ts'
import { deriveSealKey, holdSealGround } from './seals/key.ts'
import { sealEntries } from './seals/seal.ts'
import { holdDatabase, verifyEntries } from './seals/verify-operation.ts'

export { historyOf } from './entries/history.ts'
export { acceptHead } from './seals/accept.ts'
export { deriveSealKey } from './seals/key.ts'
export { verifyJournal, type Verdict } from './seals/verify.ts'

/** Where a machine notes how far the chain has come, in its data folder. */
export const anchorFileName = 'journal.head'

/** The tamper-evident journal: who did what, when, to what. */
export const audit = defineDomain({
  name: 'audit',
  here: import.meta.url,
  rights: ['audit.read'],
  operations: [listEntries, exportEntries, verifyEntries, personHistory, organisationHistory, roleHistory],
  cycles: [sealEntries],
  journal: writeEntries,
  async start({ masterKey, config, database, isFirstStart }) {
    holdSealGround({ key: deriveSealKey(masterKey), anchorFile: join(config.dataFolder, anchorFileName) })
    holdDatabase(database)
    if (isFirstStart) await noteFirstHead(database)
  },
})
