import { exportOf } from '#kernel/operations'
import { listPeople } from './list.ts'

export const exportPeople = exportOf(listPeople, {
  route: 'GET /people/export',
  columns: [
    { name: 'name', heading: 'identity:field.name' },
    { name: 'email', heading: 'identity:field.email' },
    { name: 'phone', heading: 'identity:field.phone' },
    {
      name: 'organisation',
      heading: 'identity:field.organisation',
      value: (person) => person.organisationName ?? '',
    },
    { name: 'state', heading: 'identity:field.state', word: (state) => `identity:personState.${state}` },
    {
      name: 'roles',
      heading: 'identity:field.roles',
      value: ({ grants }) =>
        grants
          .map(({ roleName, organisationName }) =>
            organisationName ? `${roleName} (${organisationName})` : roleName,
          )
          .join(', '),
    },
    { name: 'lastSeenAt', heading: 'identity:field.lastSeenAt' },
  ],
})
