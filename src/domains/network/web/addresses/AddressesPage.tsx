import { Button } from '@mantine/core'
import { IconNetwork, IconPlus, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { ListPage } from '#web/list.ts'
import { flag, useSearch } from '#web/search.ts'
import { useCan } from '#web/session.ts'
import { useBulk } from '../forms/use-bulk.tsx'
import { AddAddress } from './AddAddress.tsx'
import { AddressPeek } from './AddressPeek.tsx'
import { useAddressColumns, useAddressFilters } from './columns.tsx'
import { useAddressWrites } from './use-address-writes.ts'

const schema = { new: flag() }

export default function AddressesPage() {
  const { t } = useTranslation('network')
  const isWriter = useCan()('address.write')
  const [search, setSearch] = useSearch(schema)
  const { remove } = useAddressWrites()
  const bulk = useBulk('POST /addresses/bulk', 'address.write', [
    { field: 'domain', label: t('address.domain'), help: t('addresses.domainHelp') },
  ])
  const add = isWriter && (
    <Button leftSection={<IconPlus size={16} />} onClick={() => setSearch({ new: true }, { replace: false })}>
      {t('addresses.add')}
    </Button>
  )
  return (
    <>
      <ListPage
        title={t('addresses.title')}
        route="GET /addresses"
        exports="GET /addresses/export"
        columns={useAddressColumns()}
        filters={useAddressFilters()}
        sort="address"
        href={({ id }) => `/addresses/${id}`}
        peek={(address) => <AddressPeek address={address} />}
        bulk={[
          ...bulk.actions,
          {
            key: 'remove',
            label: t('remove'),
            icon: IconTrash,
            right: 'address.write',
            run: (rows, clear) => void remove(rows).then(clear),
          },
        ]}
        actions={add}
        empty={{
          icon: IconNetwork,
          title: t('addresses.empty'),
          text: t('addresses.emptyWhy'),
          action: add || undefined,
        }}
      />
      {bulk.drawer}
      {search.new && isWriter && <AddAddress close={() => setSearch({ new: false })} />}
    </>
  )
}
