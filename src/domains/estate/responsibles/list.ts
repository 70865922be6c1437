import { z } from 'zod'
import { required } from '#kernel/errors'
import { Id } from '../contract.ts'
import { fold } from '#kernel/fold'
import { query } from '../operations.ts'
import { possibleResponsibles } from './known.ts'

const most = 50

export const listResponsibles = query({
  name: 'responsibles.list',
  route: 'GET /responsibles',
  right: 'asset.read',
  summary: 'The people who may answer for assets and services of an organisation, by name',
  input: z.strictObject({ organisationId: Id, q: z.string().max(200).optional() }),
  output: z.object({ items: z.array(z.object({ id: Id, name: z.string() })) }),
  async run(tx, { organisationId, q = '' }, { access }) {
    const { everything, organisations, partOf } = access
    // Identity names the people of any organisation: which ones the caller may ask about is checked here.
    required(
      everything || organisations.includes(organisationId) || partOf.includes(organisationId) || undefined,
    )
    const people = await possibleResponsibles(tx, organisationId)
    const found = people.filter(({ name }) => fold(name).includes(fold(q)))
    return { items: found.slice(0, most).map(({ id, name }) => ({ id, name })) }
  },
})
