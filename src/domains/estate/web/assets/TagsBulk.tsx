import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { BulkDrawer } from '#web/bulk.ts'
import { TagsField, type Form } from '#web/form.ts'
import { findWords } from '../forms/find.ts'
import type { AssetRow } from '../words.ts'

interface TagChange {
  addTags: string[]
  removeTags: string[]
}

interface Props {
  rows: readonly AssetRow[]
  clear: () => void
  close: () => void
}

/** Gives many assets tags and takes others away; each keeps its own. */
export function TagsBulk({ rows, clear, close }: Props) {
  const { t } = useTranslation('estate')
  const { data: inUse = [] } = useQuery({ queryKey: ['words', 'tag'], queryFn: () => findWords('tag', '') })
  const held = [...new Set(rows.flatMap(({ tags }) => tags))].toSorted()
  return (
    <BulkDrawer
      route="POST /assets/bulk"
      rows={rows}
      title={t('assets.bulk.tags', { count: rows.length })}
      close={close}
      done={clear}
      first={{ addTags: [], removeTags: [] } as TagChange}
      changeOf={(change) => change}
      before={({ tags }, { addTags, removeTags }) => ({
        addTags: removeTags.filter((tag) => tags.includes(tag)),
        removeTags: addTags.filter((tag) => !tags.includes(tag)),
      })}
    >
      {(form: Form<TagChange>) => (
        <>
          <TagsField
            form={form}
            name="addTags"
            label={t('assets.addTags')}
            known={inUse.map(({ value }) => value)}
          />
          {held.length > 0 && (
            <TagsField form={form} name="removeTags" label={t('assets.removeTags')} known={held} />
          )}
        </>
      )}
    </BulkDrawer>
  )
}
