import { useComputedColorScheme } from '@mantine/core'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { mapColours } from '#web/map/colours.ts'
import { LazySitesMap } from '#web/map/LazySitesMap.tsx'
import { markOf } from '#web/map/states.ts'
import { mapWords } from '#web/map/words.ts'
import { useSlots } from '#web/slots.tsx'
import { palettes } from '#web/theme/tokens.ts'
import type { SiteFull } from '../words.ts'
import styles from './SiteMap.module.css'

/** Near enough to tell the town, far enough to tell the region. */
const zoom = 8

/** Where one site is. */
export function SiteMap({ site }: { site: SiteFull }) {
  const { t, i18n } = useTranslation('map')
  const theme = useComputedColorScheme('light')
  const told = useSlots('site').map((slot) => slot.useState?.(site.id))
  const state = told.find((one) => one !== undefined)
  const mark = markOf(state?.name ?? null, state?.acknowledgedBy !== undefined)
  const { id, name, latitude, longitude, effectiveLevel } = site
  const sites = useMemo(
    () =>
      latitude === null || longitude === null
        ? []
        : [
            {
              id,
              name,
              latitude,
              longitude,
              mark,
              level: effectiveLevel as 1 | 2 | 3 | 4 | 5,
              count: 0,
            },
          ],
    [id, name, latitude, longitude, mark, effectiveLevel],
  )
  if (latitude === null || longitude === null) return null
  return (
    <div className={styles.map}>
      <LazySitesMap
        sites={sites}
        onOpen={() => undefined}
        colours={mapColours(theme, palettes[theme])}
        language={i18n.language === 'en' ? 'en' : 'fr'}
        words={mapWords((key, values) => t(key, values ?? {}))}
        initialView={{ latitude, longitude, zoom }}
      />
    </div>
  )
}
