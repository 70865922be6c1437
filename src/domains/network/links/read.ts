import { z } from 'zod'
import { Id, Link } from '../contract.ts'
import { historyQuery } from '../history.ts'
import { query } from '../operations.ts'
import { linkById } from './row.ts'

export const readLink = query({
  name: 'links.read',
  route: 'GET /links/:id',
  right: 'link.read',
  summary: 'One link',
  input: z.strictObject({ id: Id }),
  output: Link,
  run: (tx, { id }) => linkById(tx, id),
})

export const readLinkHistory = historyQuery({
  name: 'links.history',
  route: 'GET /links/:id/history',
  right: 'link.read',
  summary: 'What happened to a link, newest first',
  seen: linkById,
})
