import type { AssetRow } from '../words.ts'
import styles from './Make.module.css'

/** Who made it, quieter, and what it is. */
export function Make({ asset: { vendor, model } }: { asset: Pick<AssetRow, 'vendor' | 'model'> }) {
  return (
    <span title={`${vendor} ${model}`.trim()}>
      {vendor && <span className={styles.vendor}>{vendor} </span>}
      {model}
    </span>
  )
}
