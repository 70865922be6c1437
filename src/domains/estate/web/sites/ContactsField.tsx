import { ActionIcon, Button, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { afterPress } from '#web/form/after-press.ts'
import type { Form } from '#web/form.ts'
import styles from './ContactsField.module.css'
import type { SiteValues } from './values.ts'

const parts = ['name', 'role', 'phone', 'email'] as const
const types = { name: 'text', role: 'text', phone: 'tel', email: 'email' } as const

/** Whom to call at the site: one row a person. */
export function ContactsField({ form }: { form: Form<SiteValues> }) {
  const { t } = useTranslation('estate')
  const { contacts } = form.values
  const label = t('siteField.contacts')
  useEffect(() => form.label('contacts', label), [form, label])
  const set = (next: SiteValues['contacts']) => form.set('contacts', next)
  const error = form.errorOf('contacts')
  return (
    <div className={styles.contacts}>
      {contacts.map((contact, index) => (
        // Rows have no identity of their own: they are their place.
        <div key={index} className={styles.contact}>
          {parts.map((part) => (
            <TextInput
              key={part}
              type={types[part]}
              aria-label={`${t(`contact.${part}`)} ${index + 1}`}
              placeholder={t(`contact.${part}`)}
              value={contact[part]}
              autoComplete="off"
              onChange={(event) =>
                set(
                  contacts.map((each, at) =>
                    at === index ? { ...each, [part]: event.currentTarget.value } : each,
                  ),
                )
              }
              onBlur={() => afterPress(() => form.leave('contacts'))}
            />
          ))}
          <ActionIcon
            aria-label={t('contact.remove', { number: index + 1 })}
            onClick={() => set(contacts.filter((_, at) => at !== index))}
          >
            <IconX size={16} />
          </ActionIcon>
        </div>
      ))}
      {error && (
        <p className={styles.error} role="alert">
          {error}
        </p>
      )}
      <Button
        variant="subtle"
        size="compact-sm"
        leftSection={<IconPlus size={15} />}
        onClick={() => set([...contacts, { name: '', role: '', phone: '', email: '' }])}
      >
        {t('contact.add')}
      </Button>
    </div>
  )
}
