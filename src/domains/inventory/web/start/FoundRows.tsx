import { Checkbox } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Mono } from '#web/components/Mono.tsx'
import { nameOf } from '../proposals/columns.tsx'
import type { ProposalRow } from '../words.ts'
import styles from './FoundRows.module.css'

interface Props {
  rows: readonly ProposalRow[]
  label: string
  isChosen: (row: ProposalRow) => boolean
  turn: (row: ProposalRow) => void
}

/** Devices to tick: what each is called, what it is, and its serial. */
export function FoundRows({ rows, label, isChosen, turn }: Props) {
  const { t } = useTranslation(['inventory', 'estate'])
  if (rows.length === 0) return null
  return (
    <ul className={styles.rows} aria-label={label}>
      {rows.map((row) => {
        const { facts } = row
        const what = [
          facts.kind && t(`estate:assetKind.${facts.kind}`),
          [facts.vendor, facts.model].filter(Boolean).join(' '),
        ].filter(Boolean)
        return (
          <li key={row.id}>
            <label>
              <Checkbox
                size="xs"
                checked={isChosen(row)}
                disabled={row.holder !== null}
                onChange={() => turn(row)}
                aria-label={`${nameOf(row)} ${row.address}`}
              />
              <span className={styles.name}>{facts.name ?? <Mono>{row.address}</Mono>}</span>
              <span className={styles.address}>{facts.name && <Mono>{row.address}</Mono>}</span>
              <span className={styles.what} title={row.sources.model}>
                {row.holder
                  ? t('inventory:proposal.decideThere', {
                      held: t('inventory:proposal.heldBy', { asset: row.holder.name }),
                    })
                  : what.join(' · ')}
              </span>
              <span className={styles.serial} title={row.sources.serial}>
                {facts.serial && <Mono>{facts.serial}</Mono>}
              </span>
            </label>
          </li>
        )
      })}
    </ul>
  )
}
