import { useTranslation } from 'react-i18next'
import { useApiMutation, type Input } from '#web/api.ts'
import { Ago } from '#web/components/Ago.tsx'
import { Link } from '#web/components/Link.tsx'
import { Mono } from '#web/components/Mono.tsx'
import { Facts } from '#web/detail.ts'
import { useCan } from '#web/session.ts'
import type { AddressRow } from '../words.ts'

type Change = Pick<Input<'PATCH /addresses/:id'>, 'name' | 'domain'>

/** What is known of an address; its name and its plan are changed where they stand. */
export function AddressFacts({ of: row }: { of: AddressRow }) {
  const { t } = useTranslation('network')
  const isWriter = useCan()('address.write')
  const update = useApiMutation('PATCH /addresses/:id', {
    refetches: ['GET /addresses', 'GET /addresses/:id'],
  })
  const edit = (field: keyof Change) =>
    isWriter
      ? {
          value: row[field],
          save: (value: string) => update.mutateAsync({ id: row.id, [field]: value, ifMatch: row.version }),
        }
      : undefined
  return (
    <Facts
      facts={[
        { label: t('address.asset'), value: <Link href={`/assets/${row.assetId}`}>{row.assetName}</Link> },
        {
          label: t('address.interface'),
          value: row.interfaceId && (
            <Link href={`/interfaces/${row.interfaceId}`}>
              <Mono>{row.interfaceName}</Mono>
            </Link>
          ),
        },
        { label: t('address.name'), value: row.name, edit: edit('name') },
        { label: t('address.domain'), value: row.domain, edit: edit('domain') },
        { label: t('address.source'), value: t(`addressSource.${row.source}`) },
        { label: t('changedAt'), value: <Ago at={row.updatedAt} /> },
      ]}
    />
  )
}
