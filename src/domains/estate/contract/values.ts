import { z } from 'zod'
import { Line } from '#kernel/line'

export const Id = z.uuid()
export const Name = Line.min(1).max(200)
export const Time = z.iso.datetime()
/** Operational level: 5 hurts most when down. */
export const Level = z.number().int().min(1).max(5)
export const Notes = z.string().max(10_000)

/** What an event says of a row: its id and the columns that changed. */
export const RowSaid = z.object({ id: Id, changed: z.array(z.string()) })

/** Sites from the top of the tree down: breadcrumbs. */
export const Trail = z.array(z.object({ id: Id, name: z.string() }))
