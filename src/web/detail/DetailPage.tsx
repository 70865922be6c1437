import { Tabs } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import type { Icon } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Ago } from '../components/Ago.tsx'
import { ErrorState } from '../components/ErrorState.tsx'
import { Skeleton } from '../components/Skeleton.tsx'
import { State } from '../components/State.tsx'
import { useFormat, type Instant } from '../format.ts'
import { useCrumbs, type Crumb } from '../frame/crumbs.ts'
import { useShortcuts } from '../keyboard/shortcuts.ts'
import { oneOf, useSearch } from '../search.ts'
import type { StateName } from '../theme/tokens.ts'
import { useTitle } from '../title.ts'
import { useListAbove } from './list-above.ts'
import styles from './DetailPage.module.css'

export interface DetailTab {
  key: string
  label: string
  count?: number | undefined
  /** The tab takes the whole width and scrolls by itself: for a `List`. */
  fills?: boolean
  render: () => React.ReactNode
}

interface Props {
  /** The way here: organisation, territory, site. */
  crumbs?: readonly Crumb[]
  icon?: Icon
  title: string
  /** What it is and where, in a few words, each an element of its own: kind and model, site, address. */
  subtitle?: React.ReactNode
  state?: { name: StateName; since?: Instant | undefined; acknowledgedBy?: string | undefined } | undefined
  /** Buttons; one filled at most. */
  actions?: React.ReactNode
  /** `e` does it. */
  edit?: () => void
  /** What needs a person: shown between the header and the tabs, only where something does. */
  attention?: React.ReactNode
  tabs: readonly DetailTab[]
  /** The column at the right. */
  facts?: React.ReactNode
}

/** One thing: what it is, where, how it is and since when; what needs attention; the rest in few tabs; facts aside. */
export function DetailPage({
  crumbs = [],
  icon: Picture,
  title,
  subtitle,
  state,
  actions,
  edit,
  attention,
  tabs: ownTabs,
  facts,
}: Props) {
  const { t } = useTranslation('web')
  // Where there is no place for a column, the facts are one more tab.
  const isNarrow = useMediaQuery('(max-width: 1000px)', false, { getInitialValueInEffect: false })
  const tabs: readonly DetailTab[] =
    isNarrow && facts
      ? [...ownTabs, { key: 'facts', label: t('detail.facts'), render: () => facts }]
      : ownTabs
  const keys = tabs.map((tab) => tab.key).join(',')
  const schema = useMemo(() => ({ tab: oneOf(keys.split(','), keys.split(',')[0] ?? '') }), [keys])
  const [{ tab }, setSearch] = useSearch(schema)
  const shown = tabs.find(({ key }) => key === tab) ?? tabs[0]
  useTitle(title)
  useCrumbs(crumbs)
  useShortcuts([{ keys: 'e', label: t('detail.edit'), run: () => edit?.() }], edit !== undefined)
  return (
    <article className={styles.page} data-fills={shown?.fills || undefined}>
      <header className={styles.head}>
        {Picture && (
          <span className={styles.picture}>
            <Picture size={20} stroke={1.6} aria-hidden="true" />
          </span>
        )}
        <div className={styles.what}>
          <h1 className={styles.title}>{title}</h1>
          {subtitle && (
            <div className={styles.subtitle}>
              {typeof subtitle === 'string' ? <span>{subtitle}</span> : subtitle}
            </div>
          )}
        </div>
        {state && (
          <div className={styles.state}>
            <State state={state.name} acknowledgedBy={state.acknowledgedBy} as="badge" />
            {state.since !== undefined && <Ago at={state.since} className={styles.since} />}
          </div>
        )}
        {actions && <div className={styles.actions}>{actions}</div>}
      </header>
      {attention && <div className={styles.attention}>{attention}</div>}
      <div className={styles.columns}>
        <Tabs
          value={shown?.key ?? null}
          onChange={(key) => key && setSearch({ tab: key })}
          className={styles.tabs}
          keepMounted={false}
        >
          {tabs.length > 1 && (
            <Tabs.List className={styles.tabList}>
              {tabs.map((each) => (
                <Tabs.Tab key={each.key} value={each.key}>
                  {each.label}
                  <TabCount count={each.count} />
                </Tabs.Tab>
              ))}
            </Tabs.List>
          )}
          {tabs.map((each: DetailTab) => (
            <Tabs.Panel key={each.key} value={each.key} className={styles.panel} tabIndex={-1}>
              {each.key === shown?.key && each.render()}
            </Tabs.Panel>
          ))}
        </Tabs>
        {facts && !isNarrow && (
          <aside className={styles.facts} aria-label={t('detail.facts')}>
            {facts}
          </aside>
        )}
      </div>
    </article>
  )
}

function TabCount({ count }: { count: number | undefined }) {
  const format = useFormat()
  return count === undefined ? null : <span className={styles.count}>{format.number(count)}</span>
}

/** What a detail page shows while it is read, or where it cannot be: `if (!data) return <DetailWaiting query={query} />`. */
export function DetailWaiting({ query }: { query: { error: unknown; refetch: () => unknown } }) {
  const list = useListAbove()
  if (query.error) return <ErrorState error={query.error} retry={() => void query.refetch()} list={list} />
  return (
    <div className={styles.page} aria-busy="true">
      <header className={styles.head}>
        <Skeleton width={260} height={22} />
      </header>
      <div className={styles.columns}>
        <div className={styles.tabs}>
          <Skeleton lines={8} />
        </div>
        <aside className={styles.facts}>
          <Skeleton lines={6} />
        </aside>
      </div>
    </div>
  )
}
