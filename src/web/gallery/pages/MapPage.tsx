import { useTranslation } from 'react-i18next'
import { CanvasPage } from '../../canvas/CanvasPage.tsx'
import { State } from '../../components/State.tsx'
import { states } from '../../theme/tokens.ts'

export default function MapPage() {
  const { t } = useTranslation('gallery')
  return (
    <CanvasPage
      title={t('nav.map')}
      canvas={<div style={{ position: 'absolute', inset: 0, background: 'var(--sunken)' }} />}
      list={
        <ul>
          {states.map((state) => (
            <li key={state} style={{ padding: '8px 20px' }}>
              <State state={state} />
            </li>
          ))}
        </ul>
      }
    />
  )
}
