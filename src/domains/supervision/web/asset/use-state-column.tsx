import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useOneOf, type Many, type Output } from '#web/api.ts'
import { State } from '#web/components/State.tsx'
import { None } from '#web/components/None.tsx'
import type { Column, Row } from '#web/list/types.ts'

const states: Many<'GET /assets/states', Output<'GET /assets/states'>['items'][number]> = {
  route: 'GET /assets/states',
  input: (ids) => ({ ids }),
  parts: ({ items }) => items.map((item) => [item.assetId, item] as const),
}

/** How each asset of the list fares. */
export function useStateColumn(): readonly Column<Row>[] {
  const { t } = useTranslation('supervision')
  return useMemo(
    () => [
      {
        key: 'state',
        label: t('asset.state'),
        width: 130,
        phone: 'aside',
        cell: ({ id }) => <StateOf id={id} />,
      },
    ],
    [t],
  )
}

function StateOf({ id }: { id: string }) {
  const held = useOneOf(states, id)
  if (held === undefined) return null
  return held ? <State state={held.state} /> : <None />
}
