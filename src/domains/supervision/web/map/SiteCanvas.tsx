import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { mapColours } from '#web/map/colours.ts'
import { LazySitesMap } from '#web/map/LazySitesMap.tsx'
import { markOf, type MapSite } from '#web/map/states.ts'
import { mapWords } from '#web/map/words.ts'
import { go } from '#web/navigate.ts'
import { useTheme } from '#web/preferences.ts'
import { palettes } from '#web/theme/tokens.ts'
import type { SiteStateItem } from '../words.ts'

/** The sites that have coordinates, on the map of France. */
export function SiteCanvas({
  sites,
  highlighted,
}: {
  sites: readonly SiteStateItem[]
  highlighted?: string
}) {
  const { t, i18n } = useTranslation('map')
  const theme = useTheme()
  const language = i18n.language === 'en' ? 'en' : 'fr'
  const colours = useMemo(() => mapColours(theme, palettes[theme]), [theme])
  const words = useMemo(() => mapWords((key, values) => t(key, { ...values })), [t])
  const shown = useMemo(() => sites.flatMap(mapSiteOf), [sites])
  return (
    <LazySitesMap
      sites={shown}
      colours={colours}
      words={words}
      language={language}
      onOpen={(id) => go(`/sites/${id}`)}
      {...(highlighted ? { highlighted } : {})}
    />
  )
}

/** What stands here: what is on a place of its own further down is drawn there. */
function mapSiteOf(site: SiteStateItem): MapSite[] {
  if (site.latitude === null || site.longitude === null || !site.here) return []
  return [
    {
      id: site.siteId,
      name: site.name,
      latitude: site.latitude,
      longitude: site.longitude,
      mark: markOf(site.here.state, site.here.isAcknowledged),
      level: site.level as MapSite['level'],
      count: site.here.assets,
    },
  ]
}
