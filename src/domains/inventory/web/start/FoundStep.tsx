import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '#web/api.ts'
import { EmptyState } from '#web/components/EmptyState.tsx'
import { go } from '#web/navigate.ts'
import { useCan } from '#web/session.ts'
import { Progress } from '../discoveries/Progress.tsx'
import { useDecide } from '../proposals/use-decide.ts'
import type { DiscoveryRow, ProposalRow } from '../words.ts'
import { FoundRows } from './FoundRows.tsx'
import styles from './FoundStep.module.css'
import { Step } from './Step.tsx'

/** The third step: what was found so far, and one button that takes it over. */
export function FoundStep({ discovery, again }: { discovery: DiscoveryRow; again: () => void }) {
  const { t } = useTranslation('inventory')
  const can = useCan()
  const { accept, isBusy } = useDecide()
  const { data } = useApi('GET /proposals', {
    discoveryId: discovery.id,
    state: ['open'],
    sort: 'address',
    limit: 500,
  } as never)
  // Those that say who they are are wanted unless the person says no; the others only if he says so.
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set())
  const rows: readonly ProposalRow[] = data?.items ?? []
  const isChosen = (row: ProposalRow) =>
    row.holder === null && (row.credentialId !== null) !== turned.has(row.id)
  const turn = (row: ProposalRow) =>
    setTurned((before) => {
      const after = new Set(before)
      if (!after.delete(row.id)) after.add(row.id)
      return after
    })
  const chosen = rows.filter(isChosen)
  const isOpen = discovery.state === 'waiting' || discovery.state === 'running'
  const identified = rows.filter(({ credentialId }) => credentialId !== null)
  const silent = rows.filter(({ credentialId }) => credentialId === null)
  return (
    <Step number={3} title={t('start.found')} help={t('start.foundHelp')} state="now">
      <Progress discovery={discovery} />
      {data && rows.length === 0 && !isOpen && (
        <EmptyState
          title={t('discovery.nothing')}
          action={
            <Button variant="default" onClick={again}>
              {t('start.again')}
            </Button>
          }
        >
          {t('discovery.nothingWhy')}
        </EmptyState>
      )}
      <FoundRows rows={identified} label={t('start.identified')} isChosen={isChosen} turn={turn} />
      {silent.length > 0 && (
        <details className={styles.silent} open={identified.length === 0 && !isOpen}>
          <summary>{t('start.silent', { count: silent.length })}</summary>
          <p>{t('proposal.silentWhy')}</p>
          <FoundRows
            rows={silent}
            label={t('start.silent', { count: silent.length })}
            isChosen={isChosen}
            turn={turn}
          />
        </details>
      )}
      {rows.length > 0 && can('proposal.write') && (
        <div className={styles.actions}>
          <Button
            disabled={chosen.length === 0}
            loading={isBusy}
            onClick={() => accept(chosen, () => go('/'))}
          >
            {t('proposals.acceptAll', { count: chosen.length })}
          </Button>
          <Button variant="default" onClick={again}>
            {t('start.again')}
          </Button>
        </div>
      )}
    </Step>
  )
}
