import { IconMail, IconPhone } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { SiteRow } from '../words.ts'
import styles from './Contacts.module.css'

/** Whom to call at a site. */
export function Contacts({ contacts }: { contacts: SiteRow['contacts'] }) {
  const { t } = useTranslation('estate')
  if (contacts.length === 0) return null
  return (
    <section className={styles.contacts}>
      <h2>{t('siteField.contacts')}</h2>
      <ul>
        {contacts.map(({ name, role, phone, email }) => (
          <li key={`${name} ${phone} ${email}`}>
            <p className={styles.name}>
              {name}
              {role && <span> · {role}</span>}
            </p>
            <p className={styles.ways}>
              {phone && (
                <a href={`tel:${phone.replaceAll(/[^+\d]/g, '')}`}>
                  <IconPhone size={14} aria-hidden="true" />
                  {phone}
                </a>
              )}
              {email && (
                <a href={`mailto:${email}`}>
                  <IconMail size={14} aria-hidden="true" />
                  {email}
                </a>
              )}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
