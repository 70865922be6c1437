import { z } from 'zod'
import { historyOf } from '#audit'
import { Entry, HistoryInput } from '#audit/contract'
import { listOutput } from '#kernel/operations'
import { Credential, Id } from '../contract.ts'
import { query } from '../operations.ts'
import { credentialById } from './row.ts'

export const readCredential = query({
  name: 'credentials.read',
  route: 'GET /credentials/:id',
  right: 'credential.read',
  summary: 'One credential, without its secret',
  input: z.strictObject({ id: Id }),
  output: Credential,
  run: (tx, { id }) => credentialById(tx, id),
})

export const readCredentialHistory = query({
  name: 'credentials.history',
  route: 'GET /credentials/:id/history',
  right: 'credential.read',
  summary: 'What happened to a credential, newest first; of a secret only that it changed',
  input: HistoryInput,
  output: listOutput(Entry),
  async run(tx, { id, ...page }, context) {
    await credentialById(tx, id)
    return historyOf(tx, id, page, context)
  },
})
