import type { Cause, State } from '../contract/words.ts'
import type { SnmpCredential } from '#protocols/snmp/index'
import type { Condition } from '../states/judge.ts'
import type { Rule } from '../templates/rules.ts'
import type { Template } from '../templates/template.ts'

/** An asset as the worker that measures it knows it. */
export interface LiveAsset {
  id: string
  organisationId: string
  siteId: string | null
  address: string | null
  access: Access | undefined
  checks: LiveCheck[]
  /** Ids of its series by `seriesKey`. */
  series: Map<string, number>
}

/** How it is asked by SNMP. */
export interface Access {
  credential: SnmpCredential
  port: number
  /** Changes with the credential. */
  key: string
}

export interface LiveCheck {
  id: string
  template: Template
  /** Of one that a person gave by hand, and then the component that its values are kept under; else empty. */
  name: string
  settings: Record<string, unknown>
  /** Set by who holds everything: it may be asked of the machine that Vigie runs on. */
  isOfHouse: boolean
  intervalMs: number
  rules: Rule[]
  watched: ReadonlySet<string>
  /** By `conditionKey`; a rule that is not in it is well. */
  conditions: Map<string, Condition>
  /** Null until it has been judged. */
  state: State | null
}

export function seriesKey(metric: string, component: string): string {
  return `${metric}\n${component}`
}

export function conditionKey(rule: string, component: string): string {
  return `${rule}\n${component}`
}

export function conditionOf(key: string): { rule: string; component: string } {
  const [rule = '', component = ''] = key.split('\n')
  return { rule, component }
}

/** One measurement of one check: what was asked once. */
export interface Observation {
  asset: LiveAsset
  check: LiveCheck
  /** On the check's grid; undefined for a turn besides, which is judged and not stored. */
  slot: number | undefined
  answered: boolean
  values: Value[]
  restarted?: boolean
  components?: Components
  /** Why it did not answer as it should, and what was measured of that. */
  cause?: Cause | null
  measured?: number | null
}

/** A device's components by their sort, all of one; absent where they are not known. */
export type Components = { [S in 'interface' | 'volume']?: ReadonlySet<string> }

export interface Value {
  metric: string
  component: string
  value: number
}
