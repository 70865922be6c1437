import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '#web/api.ts'
import { State } from '#web/components/State.tsx'
import type { Column, Row } from '#web/list/types.ts'

/** How each asset of the list fares. */
export function useStateColumn(): readonly Column<Row>[] {
  const { t } = useTranslation('supervision')
  const { t: shell } = useTranslation('web')
  const { data } = useApi('GET /assets/states', {})
  return useMemo(() => {
    const states = new Map(data?.items.map((one) => [one.assetId, one]))
    return [
      {
        key: 'state',
        label: t('asset.state'),
        width: 150,
        phone: 'aside',
        cell: ({ id }) => {
          const held = states.get(id)
          return held ? <State state={held.state} /> : <span aria-hidden="true">—</span>
        },
        text: ({ id }) => {
          const held = states.get(id)
          return held ? shell(`state.${held.state}`) : ''
        },
      },
    ]
  }, [data, t, shell])
}
