import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useOneOf, type Item, type Many } from '#web/api.ts'
import { Mono } from '#web/components/Mono.tsx'
import type { Column, Row } from '#web/list/types.ts'

const primary: Many<'GET /addresses', Item<'GET /addresses'>> = {
  route: 'GET /addresses',
  input: (ids) => ({ assetId: ids, isPrimary: 'true', sort: 'address', limit: ids.length }),
  parts: ({ items }) => items.map((item) => [item.assetId, item] as const),
}

/** At which address each asset of the list is spoken to. */
export function useAddressColumn(): readonly Column<Row>[] {
  const { t } = useTranslation('network')
  return useMemo(
    () => [
      {
        key: 'address',
        label: t('address.address'),
        width: 140,
        sort: true,
        phone: 'below',
        cell: ({ id }) => <AddressOf id={id} />,
      },
    ],
    [t],
  )
}

function AddressOf({ id }: { id: string }) {
  const held = useOneOf(primary, id)
  return held ? <Mono>{held.address}</Mono> : null
}
