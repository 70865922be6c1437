import { Button } from '@mantine/core'
import { IconPlugConnected, IconPlus, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { ListPage } from '#web/list.ts'
import { flag, useSearch } from '#web/search.ts'
import { useCan } from '#web/session.ts'
import { useBulk } from '../forms/use-bulk.tsx'
import { useWords } from '../words.ts'
import { useLinkColumns, useLinkFilters } from './columns.tsx'
import { LinkPeek } from './LinkPeek.tsx'
import { NewLink } from './NewLink.tsx'
import { useRemoveLinks } from './use-remove-links.ts'

const schema = { new: flag() }

export default function LinksPage() {
  const { t } = useTranslation('network')
  const isWriter = useCan()('link.write')
  const [search, setSearch] = useSearch(schema)
  const remove = useRemoveLinks()
  const words = useWords()
  const bulk = useBulk('POST /links/bulk', 'link.write', [
    { field: 'kind', label: t('link.kind'), choices: words.linkKinds },
  ])
  const create = isWriter && (
    <Button leftSection={<IconPlus size={16} />} onClick={() => setSearch({ new: true }, { replace: false })}>
      {t('links.create')}
    </Button>
  )
  return (
    <>
      <ListPage
        title={t('links.title')}
        route="GET /links"
        exports="GET /links/export"
        columns={useLinkColumns()}
        filters={useLinkFilters()}
        sort="asset"
        href={({ id }) => `/links/${id}`}
        peek={(link) => <LinkPeek link={link} />}
        bulk={[
          ...bulk.actions,
          {
            key: 'remove',
            label: t('remove'),
            icon: IconTrash,
            right: 'link.write',
            run: (rows, clear) => void remove(rows).then(clear),
          },
        ]}
        actions={create}
        empty={{
          icon: IconPlugConnected,
          title: t('links.empty'),
          text: t('links.emptyWhy'),
          action: create || undefined,
        }}
      />
      {bulk.drawer}
      {search.new && isWriter && <NewLink close={() => setSearch({ new: false })} />}
    </>
  )
}
