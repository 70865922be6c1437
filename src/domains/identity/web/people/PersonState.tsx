import { useTranslation } from 'react-i18next'
import type { Person } from '../words.ts'
import styles from './PersonState.module.css'

/** Whether an account is open. A word and no colour: colours are for how things fare. */
export function PersonState({ state }: { state: Person['state'] }) {
  const { t } = useTranslation('identity')
  return (
    <span className={styles.state} data-state={state}>
      {t(`personState.${state}`)}
    </span>
  )
}
