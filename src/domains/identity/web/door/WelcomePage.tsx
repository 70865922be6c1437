import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, isProblem } from '#web/api.ts'
import { Link } from '#web/components/Link.tsx'
import { FormBody } from '#web/form/FormBody.tsx'
import { notYet, TextField, useForm } from '#web/form.ts'
import { useSignedIn } from '#web/session.ts'
import { DoorPage } from './DoorPage.tsx'
import { FirstVisit } from './FirstVisit.tsx'
import { forgetLinkToken, useLinkToken } from './use-link-token.ts'

/** The first visit: who runs this house, and for whom. Three fields, then one. */
export default function WelcomePage() {
  const { t, i18n } = useTranslation('identity')
  const token = useLinkToken()
  const signedIn = useSignedIn()
  const [isSecond, setIsSecond] = useState(false)
  const form = useForm({
    draft: 'welcome',
    secrets: ['password'],
    initial: { name: '', email: '', password: '', organisation: '' },
    check: ({ name, email, password, organisation }) => ({
      name: name.trim() ? undefined : t('field.nameMissing'),
      email: /^\S+@\S+$/.test(email.trim()) ? undefined : t('field.emailWrong'),
      password: password.length < 12 ? t('password.short') : undefined,
      // Nobody is told that a field is empty which he has not seen yet.
      organisation: !isSecond || organisation.trim() ? undefined : t('welcome.organisationMissing'),
    }),
    async submit(values) {
      if (!isSecond) {
        setIsSecond(true)
        return notYet
      }
      const language = i18n.language === 'en' ? 'en' : 'fr'
      const email = values.email.trim()
      await api('POST /first-administrator', { ...values, email, token, language }).catch(backWhereWrong)
      forgetLinkToken()
      signedIn()
    },
  })
  const backWhereWrong = (error: unknown): never => {
    if (isProblem(error) && error.errors.some(({ field }) => field !== 'organisation')) setIsSecond(false)
    throw error
  }
  if (token === '') return <FirstVisit foot={<Link href="/sign-in">{t('signIn.back')}</Link>} />
  // A password is never kept: after a reload it is the one thing to type again.
  const lacksPassword = form.isDraft && form.values.password === ''
  return (
    <DoorPage
      title={isSecond ? t('welcome.organisationTitle') : t('welcome.title')}
      lead={isSecond ? t('welcome.organisationLead') : t('welcome.lead')}
      step={isSecond ? 'organisation' : 'person'}
    >
      <FormBody
        form={form}
        done={() => undefined}
        foot={
          <>
            {isSecond && (
              <Button variant="default" onClick={() => setIsSecond(false)}>
                {t('welcome.back')}
              </Button>
            )}
            <Button type="submit" loading={form.isBusy}>
              {isSecond ? t('welcome.enter') : t('welcome.next')}
            </Button>
          </>
        }
      >
        {isSecond ? (
          <TextField
            form={form}
            name="organisation"
            autoComplete="organization"
            label={t('welcome.organisation')}
            help={t('welcome.organisationHelp')}
            autoFocus
          />
        ) : (
          <>
            <TextField
              form={form}
              name="name"
              autoComplete="name"
              label={t('welcome.name')}
              autoFocus={!lacksPassword}
            />
            <TextField
              form={form}
              name="email"
              type="email"
              autoComplete="username"
              label={t('field.email')}
              help={t('welcome.emailHelp')}
            />
            <TextField
              form={form}
              name="password"
              isSecret
              autoComplete="new-password"
              label={t('field.password')}
              help={lacksPassword ? t('password.again') : t('password.help')}
              autoFocus={lacksPassword}
            />
          </>
        )}
      </FormBody>
    </DoorPage>
  )
}
