import { z } from 'zod'
import { newId } from '#kernel/ids'
import { Id, Service, serviceFields } from '../contract.ts'
import { command } from '../operations.ts'
import { checkResponsible } from '../responsibles/known.ts'
import { dependencyChanges } from './changes.ts'
import { serviceColumns } from './columns.ts'
import { setDependencies } from './depend.ts'
import { readServiceRow, serviceSubject } from './row.ts'

export const createService = command({
  name: 'services.create',
  route: 'POST /services',
  right: 'service.write',
  summary: 'Add a service',
  subject: serviceSubject,
  status: 201,
  input: z.strictObject({
    organisationId: Id,
    ...z.strictObject(serviceFields).partial().required({ name: true }).shape,
  }),
  output: Service,
  async run(tx, { organisationId, ...fields }, context) {
    await checkResponsible(tx, organisationId, 'ownerId', fields.ownerId)
    const id = newId()
    await tx
      .insertInto('estate.services')
      .values({ id, organisation_id: organisationId, ...serviceColumns(fields), name: fields.name })
      .execute()
    await setDependencies(tx, { id, organisationId }, fields)
    const service = await readServiceRow(tx, id)
    context.about({ changes: dependencyChanges(undefined, service) })
    return service
  },
})
