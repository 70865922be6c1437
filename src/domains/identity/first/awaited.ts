import { z } from 'zod'
import { query } from '../operations.ts'
import { somebodyIsThere } from './link.ts'

/** As the system: nobody is there to be signed in. It tells no more than a visitor of an empty house may know. */
export const readFirstAdministrator = query({
  name: 'first-administrator.read',
  route: 'GET /first-administrator',
  right: 'public',
  as: 'system',
  summary: 'Whether the first administrator is still awaited, by the one-time link that the start printed',
  input: z.strictObject({}),
  output: z.object({ isAwaited: z.boolean() }),
  run: async (tx) => ({ isAwaited: !(await somebodyIsThere(tx)) }),
})
