import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Ago } from '#web/components/Ago.tsx'
import { Mono } from '#web/components/Mono.tsx'
import type { Column, Filter } from '#web/list.ts'
import { useKinds, type ProposalRow } from '../words.ts'

/** What the asset would be called: its own name, else its address. */
export const nameOf = ({ facts, address }: ProposalRow): string => facts.name ?? address

export function useProposalColumns(): Column<ProposalRow>[] {
  const { t } = useTranslation(['inventory', 'estate'])
  return useMemo(() => {
    const kindOf = ({ facts }: ProposalRow) =>
      facts.kind ? t(`estate:assetKind.${facts.kind}`) : t('inventory:proposal.kindUnknown')
    const modelOf = ({ facts }: ProposalRow) => [facts.vendor, facts.model].filter(Boolean).join(' ')
    const label = (key: string) => t(`inventory:proposal.${key}`)
    return [
      {
        key: 'name',
        label: label('name'),
        cell: (row) => (row.facts.name ? row.facts.name : <Mono>{row.address}</Mono>),
        text: nameOf,
        sort: true,
        width: 190,
      },
      {
        key: 'address',
        label: label('address'),
        cell: ({ address }) => <Mono>{address}</Mono>,
        text: ({ address }) => address,
        sort: true,
        width: 140,
        phone: 'below',
      },
      {
        key: 'kind',
        label: label('kind'),
        cell: (row) => <Kind known={row.facts.kind !== undefined}>{kindOf(row)}</Kind>,
        text: kindOf,
        sort: true,
        width: 150,
        phone: 'below',
      },
      { key: 'model', label: label('model'), cell: modelOf, text: modelOf, width: 190 },
      {
        key: 'serial',
        label: label('serial'),
        cell: ({ facts }) => facts.serial && <Mono>{facts.serial}</Mono>,
        text: ({ facts }) => facts.serial,
        width: 150,
      },
      {
        key: 'interfaces',
        label: label('interfaces'),
        cell: (row) => row.interfaces || '',
        text: (row) => row.interfaces,
        align: 'right',
        width: 100,
      },
      {
        key: 'what',
        label: label('what'),
        cell: (row) => <What of={row} />,
        text: (row) =>
          row.holder ? t('inventory:proposal.heldBy', { asset: row.holder.name }) : label(row.kind),
        width: 270,
        phone: 'aside',
      },
      {
        key: 'seenAt',
        label: label('seenAt'),
        cell: (row) => <Ago at={row.seenAt} />,
        text: (row) => row.seenAt,
        sort: true,
        width: 140,
        isHidden: true,
      },
    ]
  }, [t])
}

function Kind({ known, children }: { known: boolean; children: string }) {
  return known ? children : <span style={{ color: 'var(--muted)' }}>{children}</span>
}

/** Whether it is new or a change, whose address it has, or what was decided. */
export function What({ of: { state, kind, holder } }: { of: ProposalRow }) {
  const { t } = useTranslation('inventory')
  if (holder) return <>{t('proposal.heldBy', { asset: holder.name })}</>
  return <>{t(`proposal.${state === 'open' ? kind : state}`)}</>
}

export function useProposalFilters(): Filter[] {
  const { t } = useTranslation('inventory')
  const kinds = useKinds()
  return useMemo(
    () => [
      {
        key: 'state',
        label: t('proposal.state'),
        options: (['open', 'accepted', 'ignored'] as const).map((value) => ({
          value,
          label: t(`proposal.${value}`),
        })),
      },
      {
        key: 'kind',
        label: t('proposal.what'),
        options: (['new', 'changed'] as const).map((value) => ({ value, label: t(`proposal.${value}`) })),
      },
      { key: 'assetKind', label: t('proposal.kind'), options: kinds },
      {
        key: 'isIdentified',
        label: t('proposal.identified'),
        isSingle: true,
        options: [
          { value: 'true', label: t('proposal.bySnmp') },
          { value: 'false', label: t('proposal.byPing') },
        ],
      },
    ],
    [t, kinds],
  )
}
