import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api, isProblem, type Output } from '#web/api.ts'
import { ErrorState } from '#web/components/ErrorState.tsx'
import { Link } from '#web/components/Link.tsx'
import { Skeleton } from '#web/components/Skeleton.tsx'
import { toast } from '#web/components/toast.ts'
import { FormBody } from '#web/form/FormBody.tsx'
import { TextField, useForm } from '#web/form.ts'
import { speak } from '#web/i18n.ts'
import { go } from '#web/navigate.ts'
import { useSignedIn } from '#web/session.ts'
import { DoorPage } from './DoorPage.tsx'
import { forgetLinkToken, useLinkToken } from './use-link-token.ts'

/** Where the link of an invitation or of a forgotten password leads: one chooses a password. */
export default function LinkPage() {
  const { t } = useTranslation('identity')
  const token = useLinkToken()
  const { data, error, refetch } = useQuery({
    queryKey: ['link', token],
    queryFn: async () => {
      const link = await api('POST /one-time-links/open', { token })
      // Who comes for the first time reads what the inviter chose, whatever the browser speaks; below he may choose anew.
      if (link.purpose === 'invitation') await speak(link.language)
      return link
    },
    enabled: token !== '',
    staleTime: Number.POSITIVE_INFINITY,
  })
  if (token === '' || isProblem(error, 'not-found'))
    return (
      <DoorPage
        title={t('link.gone')}
        lead={t('link.goneLead')}
        foot={
          <>
            <Link href="/sign-in">{t('signIn.back')}</Link>
            <Link href="/forgotten">{t('forgotten.title')}</Link>
          </>
        }
      >
        {null}
      </DoorPage>
    )
  if (error) return <ErrorState error={error} retry={() => void refetch()} />
  if (!data)
    return (
      <DoorPage title={t('link.opening')}>
        <Skeleton lines={4} />
      </DoorPage>
    )
  return <ChooseForm link={data} token={token} />
}

function ChooseForm({ link, token }: { link: Output<'POST /one-time-links/open'>; token: string }) {
  const { t, i18n } = useTranslation('identity')
  const isNew = link.purpose === 'invitation'
  const signedIn = useSignedIn()
  // Chosen by the inviter, or anew on this page.
  const keepLanguage = () =>
    api('PATCH /me', { language: i18n.language === 'en' ? 'en' : 'fr' }).catch(() => undefined)
  const form = useForm({
    draft: 'link',
    secrets: ['password'],
    initial: { password: '' },
    check: ({ password }) => ({ password: password.length < 12 ? t('password.short') : undefined }),
    async submit({ password }) {
      const { isSignedIn } = await api('POST /one-time-links/accept', { token, password })
      forgetLinkToken()
      if (isSignedIn) {
        if (isNew) await keepLanguage()
        return signedIn()
      }
      toast({ message: t('link.chosen') })
      go('/sign-in', { replace: true })
    },
  })
  return (
    <DoorPage
      title={isNew ? t('link.welcome', { name: link.name }) : t('link.newPassword')}
      lead={isNew ? t('link.welcomeLead') : t('link.newPasswordLead', { email: link.email })}
    >
      <FormBody
        form={form}
        done={() => undefined}
        foot={
          <Button type="submit" loading={form.isBusy}>
            {isNew ? t('link.enter') : t('link.save')}
          </Button>
        }
      >
        {/* Password managers keep the password with its account. */}
        <input type="email" autoComplete="username" value={link.email} readOnly hidden />
        <TextField
          form={form}
          name="password"
          isSecret
          autoComplete="new-password"
          label={t('field.newPassword')}
          help={t('password.help')}
          autoFocus
        />
      </FormBody>
    </DoorPage>
  )
}
