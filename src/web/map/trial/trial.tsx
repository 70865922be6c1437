/** The map alone on a page, to look at and to test; `?sites=2000&departement=33&scheme=dark&language=en`. */
import '@fontsource-variable/inter'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { flushSync } from 'react-dom'
import { DARK_COLOURS, LIGHT_COLOURS } from '../colours.ts'
import english from '../locales/en.json' with { type: 'json' }
import french from '../locales/fr.json' with { type: 'json' }
import { LazySitesMap } from '../LazySitesMap.tsx'
import type { SitesMapProps } from '../SitesMap.tsx'
import type { MapView } from '../view.ts'
import { mapWords } from '../words.ts'
import { generator, sampleSites, sampleMark } from './sample-sites.ts'

const query = new URLSearchParams(location.search)
const language = query.get('language') === 'en' ? 'en' : 'fr'
const root = createRoot(document.getElementById('root')!)

const opened: string[] = []
const views: MapView[] = []
let props: SitesMapProps = {
  sites: sampleSites(Number(query.get('sites') ?? 0), query.get('departement') ?? undefined),
  colours: query.get('scheme') === 'dark' ? DARK_COLOURS : LIGHT_COLOURS,
  language,
  words: wordsFrom(language === 'fr' ? french : english),
  onOpen: (id) => opened.push(id),
  onView: (view) => views.push(view),
  selected: query.get('selected') ?? undefined,
  initialView: query.has('zoom') ? viewFromQuery() : undefined,
}

function viewFromQuery() {
  const [longitude, latitude, zoom] = ['longitude', 'latitude', 'zoom'].map((name) => Number(query.get(name)))
  return { longitude: longitude!, latitude: latitude!, zoom: zoom! }
}

/** i18next's plurals and values, as little as a page without it needs. */
function wordsFrom(texts: Record<string, unknown>) {
  return mapWords((key, values = {}) => {
    const plural = values.count === undefined ? '' : values.count === 1 ? '_one' : '_other'
    const text = `${key}${plural}`
      .split('.')
      .reduce<unknown>((found, part) => (found as Record<string, unknown>)[part], texts)
    return String(text).replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) =>
      String(values[name as keyof typeof values]),
    )
  })
}

function show(changed: Partial<SitesMapProps> = {}): void {
  props = { ...props, ...changed }
  flushSync(() =>
    root.render(
      <StrictMode>
        <LazySitesMap {...props} />
      </StrictMode>,
    ),
  )
}

/** Changes `perSecond` sites' states each second for some seconds, in twenty steps a second. */
async function storm(perSecond: number, seconds: number): Promise<number> {
  const random = generator(5)
  const perStep = Math.round(perSecond / 20)
  let changedInAll = 0
  for (let step = 0; step < seconds * 20; step++) {
    const sites = [...props.sites]
    for (let i = 0; i < perStep; i++) {
      const at = Math.floor(random() * sites.length)
      sites[at] = { ...sites[at]!, mark: sampleMark(random()) }
      changedInAll++
    }
    show({ sites })
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return changedInAll
}

const trial = {
  opened,
  views,
  show,
  storm,
  light: LIGHT_COLOURS,
  dark: DARK_COLOURS,
  sites: () => props.sites,
}
Object.assign(globalThis, { trial })
export type Trial = typeof trial
show()
