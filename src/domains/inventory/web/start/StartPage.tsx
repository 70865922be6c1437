import { useTranslation } from 'react-i18next'
import { useApi } from '#web/api.ts'
import { text, useSearch } from '#web/search.ts'
import { useTitle } from '#web/title.ts'
import { AskForm } from './AskForm.tsx'
import { FoundStep } from './FoundStep.tsx'
import styles from './StartPage.module.css'
import { Step } from './Step.tsx'

const schema = { discovery: text() }

/** From an empty house to the first supervised device, by the hand, on one screen. */
export default function StartPage() {
  const { t } = useTranslation('inventory')
  const [{ discovery: id }, setSearch] = useSearch(schema)
  // The one that is under way is the first one as long as it is the only one.
  const known = useApi('GET /discoveries', { limit: 1 }).data?.total ?? 0
  const began = known > (id === '' ? 0 : 1)
  const title = t(began ? 'start.titleAgain' : 'start.title')
  useTitle(title)
  const query = useApi('GET /discoveries/:id', { id }, { enabled: id !== '' })
  const discovery = id === '' ? undefined : query.data
  return (
    <div className={styles.page}>
      <header>
        <h1>{title}</h1>
        <p>{t('start.intro')}</p>
      </header>
      {id === '' || query.error ? (
        <>
          <AskForm done={(discovery) => setSearch({ discovery }, { replace: false })} />
          <Step number={3} title={t('start.found')} state="later">
            <p className={styles.quiet}>{t('start.foundLater')}</p>
          </Step>
        </>
      ) : (
        discovery && (
          <>
            <Step number={1} title={t('start.network')} state="done">
              <Asked prefix={discovery.prefix} siteId={discovery.siteId} />
            </Step>
            <Step number={2} title={t('start.credential')} state="done">
              <UsedCredentials />
            </Step>
            <FoundStep discovery={discovery} again={() => setSearch({ discovery: '' })} />
          </>
        )
      )}
    </div>
  )
}

/** The network, and the site that was named with it. */
function Asked({ prefix, siteId }: { prefix: string; siteId: string | null }) {
  const { data: site } = useApi('GET /sites/:id', { id: siteId ?? '' }, { enabled: siteId !== null })
  return <p className={styles.quiet}>{[prefix, site?.name].filter(Boolean).join(' · ')}</p>
}

function UsedCredentials() {
  const { t } = useTranslation('inventory')
  const { data } = useApi('GET /credentials', { limit: 500 })
  const names = (data?.items ?? []).map(({ name }) => name).join(', ')
  return <p className={styles.quiet}>{data && (names || t('start.pingOnly'))}</p>
}
