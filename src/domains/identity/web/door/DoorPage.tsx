import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Logo } from '#web/frame/Logo.tsx'
import { speak } from '#web/i18n.ts'
import { useTitle } from '#web/title.ts'
import { keepFocus } from '../keep-focus.ts'
import styles from './DoorPage.module.css'

interface Props {
  title: string
  /** A sentence or two below the title. */
  lead?: React.ReactNode
  children: React.ReactNode
  /** Other ways on, below. */
  foot?: React.ReactNode
  /** Another step of the same page: its first field has the keyboard then. */
  step?: string
}

/** What all pages before signing in look like: one thing to do, in the middle. */
export function DoorPage({ title, lead, children, foot, step = '' }: Props) {
  const main = useRef<HTMLElement>(null)
  useTitle(title)
  useEffect(() => {
    // A field that is wrong has the keyboard already.
    if (main.current?.querySelector('[aria-invalid="true"]')) return
    main.current?.querySelector<HTMLElement>('[data-autofocus]')?.focus()
  }, [step])
  return (
    <div className={styles.page}>
      <title>{`${title} · Vigie`}</title>
      <main id="main" ref={main} tabIndex={-1} className={styles.card}>
        <p className={styles.brand}>
          <Logo size={28} />
          <span>Vigie</span>
        </p>
        <h1 className={styles.title}>{title}</h1>
        {lead && <div className={styles.lead}>{lead}</div>}
        {children}
        {foot && (
          <div className={styles.foot} onMouseDown={keepFocus}>
            {foot}
          </div>
        )}
      </main>
      <Languages />
    </div>
  )
}

function Languages() {
  const { t, i18n } = useTranslation('identity')
  return (
    <nav className={styles.languages} aria-label={t('door.language')}>
      {(['fr', 'en'] as const).map((language) => (
        <button
          key={language}
          type="button"
          lang={language}
          aria-pressed={i18n.language === language}
          onClick={() => void speak(language)}
        >
          {language === 'fr' ? 'Français' : 'English'}
        </button>
      ))}
    </nav>
  )
}
