import { useTranslation } from 'react-i18next'
import styles from './SkipLink.module.css'

/** The first thing that Tab reaches: over the navigation, to what the page is about. */
export function SkipLink() {
  const { t } = useTranslation('web')
  return (
    <a
      href="#main"
      className={styles.skip}
      onClick={(event) => {
        event.preventDefault()
        document.getElementById('main')?.focus()
      }}
    >
      {t('frame.skip')}
    </a>
  )
}
