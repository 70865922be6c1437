import type { ColumnType, Generated } from 'kysely'
import type { RetentionClass } from './series/retention.ts'

/** The row types of the schema `supervision`. */
export interface SupervisionTables {
  'supervision.series': {
    id: Generated<number>
    organisation_id: string
    asset_id: string
    metric: string
    component: Generated<string>
    class: RetentionClass
    created_at: Generated<string>
  }
  'supervision.blocks': {
    id: Generated<number>
    bucket: ColumnType<number | null>
    from_at: ColumnType<string, Date | string>
    until_at: ColumnType<string, Date | string>
    value_count: number
    data: Buffer
  }
  'supervision.chunks': {
    tier: string
    series_id: number
    starts_on: string
    data: Buffer
  }
}
