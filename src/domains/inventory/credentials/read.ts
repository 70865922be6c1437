import { z } from 'zod'
import { historyOf } from '#audit'
import { Entry } from '#audit/contract'
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
  input: z.strictObject({
    id: Id,
    limit: z.coerce.number().int().min(1).max(500).default(100),
    cursor: z.string().max(2_000).optional(),
  }),
  output: listOutput(Entry),
  async run(tx, { id, ...page }, context) {
    await credentialById(tx, id)
    return historyOf(tx, id, page, context)
  },
})
