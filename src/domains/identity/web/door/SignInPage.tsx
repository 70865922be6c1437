import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '#web/api.ts'
import { text, useSearch } from '#web/search.ts'
import { useSignedIn } from '#web/session.ts'
import { CodeForm } from './CodeForm.tsx'
import { FirstVisit } from './FirstVisit.tsx'
import { PasswordForm } from './PasswordForm.tsx'

const schema = { next: text() }

/** Address and password; then, where the account has one, the second factor. */
export default function SignInPage() {
  const { t } = useTranslation('identity')
  const [{ next }] = useSearch(schema)
  const [known, setKnown] = useState<{ email: string; password: string }>()
  const signedIn = useSignedIn()
  const done = () => signedIn(next)
  const first = useApi('GET /first-administrator', {})
  if (first.data?.isAwaited) return <FirstVisit />
  if (known) return <CodeForm known={known} done={done} back={() => setKnown(undefined)} />
  return <PasswordForm lead={next ? t('signIn.goOn') : undefined} done={done} needsCode={setKnown} />
}
