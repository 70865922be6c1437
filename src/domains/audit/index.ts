import { defineDomain } from '#kernel/domain'
import { writeEntry } from './entries/write.ts'

/** The tamper-evident journal: who did what, when, to what. */
export const audit = defineDomain({
  name: 'audit',
  here: import.meta.url,
  rights: ['audit.read'],
  operations: [],
  journal: writeEntry,
})
