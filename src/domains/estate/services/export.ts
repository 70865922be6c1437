import { exportOf } from '#kernel/operations'
import { listServices } from './list.ts'

const namesOf = (things: readonly { name: string }[]) => things.map(({ name }) => name)

export const exportServices = exportOf(listServices, {
  route: 'GET /services/export',
  columns: [
    { name: 'name', heading: 'estate:serviceField.name' },
    { name: 'description', heading: 'estate:serviceField.description' },
    { name: 'owner', heading: 'estate:serviceField.owner', value: (service) => service.ownerName },
    { name: 'level', heading: 'estate:serviceField.level' },
    { name: 'url', heading: 'estate:serviceField.url' },
    { name: 'assets', heading: 'estate:serviceField.assets', value: (service) => namesOf(service.assets) },
    {
      name: 'services',
      heading: 'estate:serviceField.services',
      value: (service) => namesOf(service.services),
    },
    { name: 'notes', heading: 'estate:serviceField.notes' },
  ],
})
