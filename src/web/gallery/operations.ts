import type { StateName } from '../theme/tokens.ts'

/** A made-up device. */
export interface Device {
  id: string
  name: string
  kind: 'router' | 'switch' | 'access-point' | 'ups' | 'server' | 'camera'
  vendor: string
  model: string
  serial: string
  address: string
  site: string
  territory: string
  level: number
  baseLevel: number
  state: StateName
  since: string
  acknowledgedBy: string | null
  responsible: string
  tags: string[]
  trafficBps: number
  notes: string
  version: number
}

interface DeviceList {
  input: {
    limit?: number
    cursor?: string
    sort?: string
    q?: string
    state?: string[]
    kind?: string[]
    territory?: string[]
    wrong?: string
  }
  output: { items: Device[]; nextCursor: string | null; total: number }
}

interface PreviewAnswer {
  columns: { heading: string; field: string | null; example: string }[]
  fields: string[]
  counts: { lines: number; create: number; change: number; same: number; wrong: number }
  rows: {
    line: number
    action: 'create' | 'change' | 'same' | 'wrong'
    name: string
    changes: { field: string; before: string | null; after: string | null }[]
    errors: { field: string | null; message: string }[]
  }[]
}

declare module '../operations-type.ts' {
  interface LocalOperations {
    'GET /gallery/devices': DeviceList
    'GET /gallery/none': DeviceList
    'GET /gallery/slow': DeviceList
    'GET /gallery/failing': DeviceList
    'GET /gallery/devices/:id': { input: { id: string }; output: Device }
    'PATCH /gallery/devices/:id': {
      input: { id: string } & Partial<Pick<Device, 'name' | 'kind' | 'notes' | 'tags' | 'level' | 'serial'>>
      output: Device
    }
    'POST /gallery/import/preview': {
      input: { organisationId: string; mapping?: string }
      output: PreviewAnswer
    }
    'POST /gallery/import': {
      input: { organisationId: string; mapping?: string; skipInvalid?: string }
      output: { created: number; changed: number; same: number; skipped: number }
    }
  }
}
