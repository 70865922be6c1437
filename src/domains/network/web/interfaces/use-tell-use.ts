import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { InterfaceRow } from '../words.ts'

/** Whether an interface is in use, as it is set on the device: what is measured of it is supervision's to say. */
export function useTellUse(): (row: Pick<InterfaceRow, 'goneAt' | 'isEnabled'>) => string {
  const { t } = useTranslation('network')
  return useCallback(
    ({ goneAt, isEnabled }) => t(goneAt ? 'interfaces.gone' : isEnabled ? 'interfaces.on' : 'interfaces.off'),
    [t],
  )
}
