import { useTranslation } from 'react-i18next'
import type { AssetRow } from '../words.ts'
import styles from './LifeCycle.module.css'

/** Where an asset is in its life; what is not in service is quieter, so that the eye passes over it. */
export function LifeCycle({ of }: { of: AssetRow['lifeCycle'] }) {
  const { t } = useTranslation('estate')
  return (
    <span className={styles.lifeCycle} data-of={of}>
      {t(`lifeCycle.${of}`)}
    </span>
  )
}
