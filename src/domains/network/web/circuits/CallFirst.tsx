import { IconMail, IconPhone } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Copy } from '#web/components/Copy.tsx'
import { Mono } from '#web/components/Mono.tsx'
import { useFormat } from '#web/format.ts'
import type { CircuitRow } from '../words.ts'
import styles from './CallFirst.module.css'

/** What one needs on the phone with the operator: whom to call, the line to name, what was promised. */
export function CallFirst({ circuit }: { circuit: CircuitRow }) {
  const { t } = useTranslation('network')
  const format = useFormat()
  const { operator, lineIdentifier, supportPhone, supportEmail, targetToRestoreMinutes: target } = circuit
  return (
    <dl className={styles.call} aria-label={t('circuits.call')}>
      <Part label={t('circuit.operator')}>{operator}</Part>
      <Part label={t('circuit.lineIdentifier')}>
        {lineIdentifier && (
          <Copy text={lineIdentifier}>
            <Mono>{lineIdentifier}</Mono>
          </Copy>
        )}
      </Part>
      <Part label={t('circuits.support')}>
        {supportPhone && (
          <a href={`tel:${supportPhone.replaceAll(/[^+\d]/g, '')}`}>
            <IconPhone size={16} aria-hidden="true" />
            {supportPhone}
          </a>
        )}
        {supportEmail && (
          <a
            href={mailTo(supportEmail, lineIdentifier && t('circuits.mailSubject', { line: lineIdentifier }))}
          >
            <IconMail size={16} aria-hidden="true" />
            {supportEmail}
          </a>
        )}
      </Part>
      <Part label={t('circuits.target')}>{target !== null && format.duration(target * 60_000)}</Part>
    </dl>
  )
}

function Part({ label, children }: { label: string; children: React.ReactNode }) {
  const { t } = useTranslation('network')
  const isThere = Array.isArray(children) ? children.some(Boolean) : Boolean(children)
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        {isThere ? (
          children
        ) : (
          <span className={styles.none} aria-label={t('unknown')}>
            —
          </span>
        )}
      </dd>
    </div>
  )
}

const mailTo = (address: string, subject: string) =>
  `mailto:${address}${subject && `?subject=${encodeURIComponent(subject)}`}`
