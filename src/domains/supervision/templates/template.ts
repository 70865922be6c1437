import type { TemplateName, Unit } from '../contract/words.ts'
import type { Rule } from './rules.ts'

/** What is measured: its unit on axes, and to how many decimals it is kept. */
export interface Metric {
  name: string
  unit: Unit
  decimals: number
  /** Which of the asset's components it is measured on; `check`: under the check's name. Absent: the asset itself. */
  of?: 'interface' | 'volume' | 'check'
}

/** Checks and thresholds for a kind of asset, as data. */
export interface Template {
  name: TemplateName
  /** What an asset must have before this can be asked of it. */
  needs: 'address' | 'credential'
  /** A person gives it to an asset, under a name; absent: it comes by itself, once. */
  isByHand?: true
  intervalS: number
  leastIntervalS: number
  metrics: readonly Metric[]
  rules: readonly Rule[]
}
