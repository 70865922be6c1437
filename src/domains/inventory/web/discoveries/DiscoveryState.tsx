import { useTranslation } from 'react-i18next'
import { StateShape } from '#web/components/StateShape.tsx'
import type { DiscoveryRow } from '../words.ts'

const shapes = {
  waiting: undefined,
  running: undefined,
  done: 'ok',
  stopped: 'unknown',
  failed: 'critical',
} as const

/** How a discovery stands, as a word; with a shape only where it has ended. */
export function DiscoveryState({ state }: { state: DiscoveryRow['state'] }) {
  const { t } = useTranslation('inventory')
  const shape = shapes[state]
  return (
    <span style={{ display: 'inline-flex', alignItems: 'center', gap: 6 }}>
      {shape && <StateShape state={shape} size={10} />}
      {t(`discoveryState.${state}`)}
    </span>
  )
}
