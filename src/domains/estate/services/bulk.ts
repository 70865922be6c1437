import { z } from 'zod'
import { bulkOf } from '#kernel/operations'
import { serviceFields } from '../contract.ts'
import { serviceUpdate } from './update.ts'

/** What it makes sense to give many services at once. */
const change = z.strictObject({ ownerId: serviceFields.ownerId, level: serviceFields.level }).partial()

export const bulkUpdateServices = bulkOf(serviceUpdate, {
  domain: 'estate',
  name: 'services.bulkUpdate',
  route: 'POST /services/bulk',
  summary: 'Change many services at once',
  change,
})
