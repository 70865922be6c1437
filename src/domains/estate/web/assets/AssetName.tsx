import type { AssetRow } from '../words.ts'
import { KindPicture } from './kind-icons.ts'
import styles from './AssetName.module.css'

/** An asset's name behind the picture of its kind. */
export function AssetName({ asset }: { asset: Pick<AssetRow, 'name' | 'kind'> }) {
  return (
    <span className={styles.asset} title={asset.name}>
      <KindPicture kind={asset.kind} />
      <span className={styles.name}>{asset.name}</span>
    </span>
  )
}
