import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { text, useSearch } from '../../search.ts'
import { useSignedIn } from '../../session.ts'

const schema = { next: text('/') }

export default function SignInPage() {
  const { t } = useTranslation('web')
  const [{ next }] = useSearch(schema)
  const signedIn = useSignedIn()
  return (
    <main id="main" style={{ padding: 48 }}>
      <Button onClick={() => signedIn(next)}>{t('error.home')}</Button>
    </main>
  )
}
