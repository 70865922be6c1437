import { exportOf } from '#kernel/operations'
import { listRoles } from './list.ts'

export const exportRoles = exportOf(listRoles, {
  route: 'GET /roles/export',
  columns: [
    { name: 'name', heading: 'identity:field.name' },
    { name: 'rights', heading: 'identity:field.rights', value: ({ rights }) => rights.join(', ') },
    { name: 'peopleCount', heading: 'identity:people.title' },
  ],
})
