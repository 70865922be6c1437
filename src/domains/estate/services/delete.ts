import { sql } from 'kysely'
import { z } from 'zod'
import { Problem } from '#kernel/errors'
import { Id } from '../contract.ts'
import { command } from '../operations.ts'
import { serviceSubject } from './row.ts'

export const deleteService = command({
  name: 'services.delete',
  route: 'DELETE /services/:id',
  right: 'service.write',
  summary: 'Remove a service that no other needs',
  subject: { ...serviceSubject, id: 'id' },
  input: z.strictObject({ id: Id }),
  output: z.void(),
  async run(tx, { id }) {
    const { rows } = await sql<{ name: string }>`
      select s.name from estate.service_dependencies d join estate.services s on s.id = d.service_id
      where d.needed_service_id = ${id} order by s.name collate kernel.natural`.execute(tx)
    if (rows.length > 0)
      throw new Problem('in-use', {
        reason: 'estate:problem.neededByServices',
        params: { services: rows.map(({ name }) => name).join(', ') },
      })
    await tx.deleteFrom('estate.services').where('id', '=', id).execute()
  },
})
