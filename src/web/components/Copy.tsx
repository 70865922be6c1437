import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './Copy.module.css'

/** What it wraps, with a button that copies `text`; it shows when pointed at or focused. */
export function Copy({ text, children }: { text: string; children?: React.ReactNode }) {
  const { t } = useTranslation('web')
  const [isCopied, setIsCopied] = useState(false)
  useEffect(() => {
    if (!isCopied) return
    const timer = setTimeout(() => setIsCopied(false), 1500)
    return () => clearTimeout(timer)
  }, [isCopied])
  const label = isCopied ? t('copy.done') : t('copy.do', { text })
  return (
    <span className={styles.copy}>
      {children ?? text}
      <button
        type="button"
        aria-label={label}
        title={label}
        data-copied={isCopied || undefined}
        onClick={async (event) => {
          event.preventDefault()
          event.stopPropagation()
          await navigator.clipboard.writeText(text)
          setIsCopied(true)
        }}
      >
        {isCopied ? <IconCheck size={14} /> : <IconCopy size={14} />}
      </button>
      <span className="unseen" role="status">
        {isCopied && t('copy.done')}
      </span>
    </span>
  )
}
