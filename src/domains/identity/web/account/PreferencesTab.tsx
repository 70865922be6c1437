import { SegmentedControl } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Section } from '#web/detail.ts'
import { useLike } from '#web/frame/use-own-preferences.ts'
import { usePreferences } from '#web/preferences.ts'
import styles from './PreferencesTab.module.css'

const themes = ['system', 'light', 'dark'] as const
const densities = ['comfortable', 'dense'] as const

/** How one wants to see Vigie: at once on this machine, and on one's record for the next one. */
export function PreferencesTab() {
  const { t, i18n } = useTranslation(['identity', 'web'])
  const [{ theme, density }] = usePreferences()
  const { like, speakOwn } = useLike()
  return (
    <Section title={t('account.preferences')}>
      <dl className={styles.rows}>
        <Row label={t('web:me.language')} help={t('account.languageHelp')}>
          <SegmentedControl
            aria-label={t('web:me.language')}
            value={i18n.language}
            onChange={(value) => speakOwn(value === 'en' ? 'en' : 'fr')}
            data={[
              { value: 'fr', label: 'Français' },
              { value: 'en', label: 'English' },
            ]}
          />
        </Row>
        <Row label={t('web:me.theme')} help={t('account.themeHelp')}>
          <SegmentedControl
            aria-label={t('web:me.theme')}
            value={theme}
            onChange={(value) => like({ theme: themes.find((one) => one === value) ?? 'system' })}
            data={themes.map((value) => ({ value, label: t(`web:me.themes.${value}`) }))}
          />
        </Row>
        <Row label={t('web:me.density')} help={t('account.densityHelp')}>
          <SegmentedControl
            aria-label={t('web:me.density')}
            value={density}
            onChange={(value) => like({ density: densities.find((one) => one === value) ?? 'comfortable' })}
            data={densities.map((value) => ({ value, label: t(`web:me.densities.${value}`) }))}
          />
        </Row>
      </dl>
    </Section>
  )
}

function Row({ label, help, children }: { label: string; help: string; children: React.ReactNode }) {
  return (
    <div className={styles.row}>
      <dt>
        {label}
        <span>{help}</span>
      </dt>
      <dd>{children}</dd>
    </div>
  )
}
