import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Filter } from '#web/list/types.ts'

const states = ['critical', 'warning', 'unknown', 'unreachable', 'ok'] as const

/** The list of assets by how they fare. */
export function useStateFilter(): readonly Filter[] {
  const { t } = useTranslation('supervision')
  const { t: shell } = useTranslation('web')
  return useMemo(
    () => [
      {
        key: 'state',
        label: t('asset.state'),
        options: [
          ...states.map((state) => ({ value: state, label: shell(`state.${state}`), state })),
          { value: 'none', label: t('asset.unsupervised') },
        ],
      },
    ],
    [t, shell],
  )
}
