import { SegmentedControl } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { usePreferences, type Preferences } from '../preferences.ts'
import styles from './PreferenceRows.module.css'
import { useLike } from './use-own-preferences.ts'

/** Theme, density and language: what each person sets for himself. */
export function PreferenceRows() {
  const { t, i18n } = useTranslation('web')
  const [{ theme, density }] = usePreferences()
  const { like, speakOwn } = useLike()
  return (
    <div className={styles.rows}>
      <Row label={t('me.theme')}>
        <SegmentedControl
          size="xs"
          fullWidth
          aria-label={t('me.theme')}
          value={theme}
          onChange={(value) => like({ theme: value as Preferences['theme'] })}
          data={(['system', 'light', 'dark'] as const).map((value) => ({
            value,
            label: t(`me.themes.${value}`),
          }))}
        />
      </Row>
      <Row label={t('me.density')}>
        <SegmentedControl
          size="xs"
          fullWidth
          aria-label={t('me.density')}
          value={density}
          onChange={(value) => like({ density: value as Preferences['density'] })}
          data={(['comfortable', 'dense'] as const).map((value) => ({
            value,
            label: t(`me.densities.${value}`),
          }))}
        />
      </Row>
      <Row label={t('me.language')}>
        <SegmentedControl
          size="xs"
          fullWidth
          aria-label={t('me.language')}
          value={i18n.language}
          onChange={(value) => speakOwn(value === 'en' ? 'en' : 'fr')}
          data={[
            { value: 'fr', label: 'Français' },
            { value: 'en', label: 'English' },
          ]}
        />
      </Row>
    </div>
  )
}

function Row({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div className={styles.row}>
      <span aria-hidden="true">{label}</span>
      {children}
    </div>
  )
}
