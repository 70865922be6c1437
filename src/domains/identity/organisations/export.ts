import { exportOf } from '#kernel/operations'
import { listOrganisations } from './list.ts'

export const exportOrganisations = exportOf(listOrganisations, {
  route: 'GET /organisations/export',
  columns: [
    { name: 'name', heading: 'identity:field.name' },
    { name: 'notes', heading: 'identity:field.notes' },
    { name: 'createdAt', heading: 'identity:field.createdAt' },
  ],
})
