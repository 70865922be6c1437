import { Button } from '@mantine/core'
import { IconArrowUpRight } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Copy } from '#web/components/Copy.tsx'
import { Link } from '#web/components/Link.tsx'
import { Mono } from '#web/components/Mono.tsx'
import { Facts, type Fact } from '#web/detail.ts'
import { useFormat } from '#web/format.ts'
import { useCan } from '#web/session.ts'
import type { ProposalRow } from '../words.ts'
import { nameOf } from './columns.tsx'
import { HeldChoice } from './HeldChoice.tsx'
import styles from './ProposalPeek.module.css'
import { useDecide } from './use-decide.ts'

const fields = ['vendor', 'model', 'serial', 'firmware', 'os', 'description'] as const

const canTakeAsIs = ({ state, holder }: ProposalRow) => state === 'open' && holder === null

/** Every fact with where it was read, and the two things that can be done. */
export function ProposalPeek({ proposal }: { proposal: ProposalRow }) {
  const { t } = useTranslation(['inventory', 'estate'])
  const format = useFormat()
  const can = useCan()
  const { accept, ignore } = useDecide()
  const { facts, sources, seenAt, roundTripMs } = proposal
  const kind = facts.kind && t(`estate:assetKind.${facts.kind}`)
  const known: Fact[] = [
    { label: t('proposal.kind'), value: kind, source: sources.kind, at: seenAt },
    ...fields.map((field) => ({
      label: t(`estate:assetField.${field}`),
      value: field === 'serial' && facts.serial ? <Copy text={facts.serial} /> : facts[field],
      source: sources[field],
      at: seenAt,
    })),
    {
      label: t('estate:assetField.macs'),
      value: facts.macs && <Mono>{facts.macs.slice(0, 4).join(' ')}</Mono>,
      source: sources.macs,
      at: seenAt,
    },
    { label: t('proposal.interfaces'), value: proposal.interfaces || null },
    {
      label: t('proposal.roundTrip'),
      value: roundTripMs === null ? null : format.unit(roundTripMs, 'ms'),
    },
  ]
  return (
    <>
      <div className={styles.head}>
        <h2>{nameOf(proposal)}</h2>
        <p>
          <Mono>{proposal.address}</Mono>
        </p>
      </div>
      {proposal.assetId && (
        <Link href={`/assets/${proposal.assetId}`} className={styles.asset}>
          {t('proposal.openAsset')}
          <IconArrowUpRight size={15} aria-hidden="true" />
        </Link>
      )}
      {proposal.credentialId === null && (
        <p className={styles.note}>
          {t(canTakeAsIs(proposal) ? 'proposal.silentOne' : 'proposal.silentDecided')}
        </p>
      )}
      <Facts facts={known.filter(({ value }) => value !== undefined && value !== null)} />
      {proposal.holder && <HeldChoice proposal={proposal} holder={proposal.holder} />}
      {proposal.state === 'open' && can('proposal.write') && (
        <div className={styles.actions}>
          {!proposal.holder && <Button onClick={() => accept([proposal])}>{t('proposals.accept')}</Button>}
          <Button variant="default" onClick={() => ignore([proposal])}>
            {t('proposals.ignore')}
          </Button>
        </div>
      )}
    </>
  )
}
