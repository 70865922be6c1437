import type { MapColours } from '../colours.ts'
import { MARKS_WORST_FIRST, rankOf } from '../states.ts'
import type { MapSite, Mark } from '../states.ts'
import type { MapWords } from '../words.ts'
import { StateGlyph } from './StateGlyph.tsx'

interface Dress {
  colours: MapColours
  words: MapWords
}

/** What one site is and how it is. */
export function SiteFacts({ site, colours, words }: Dress & { site: MapSite }) {
  return (
    <>
      <strong>{site.name}</strong>
      <StateLine mark={site.mark} colours={colours} words={words} />
      <span className="map-card-quiet">{words.assets(site.count)}</span>
      <span className="map-card-quiet">{words.level(site.level)}</span>
    </>
  )
}

/** How many sites a cluster holds, by state, the worst first. */
export function ClusterFacts(props: Dress & { total: number; counts: Record<Mark, number> }) {
  const { total, counts, colours, words } = props
  return (
    <>
      <strong>{words.sites(total)}</strong>
      {MARKS_WORST_FIRST.filter((mark) => counts[mark] > 0).map((mark) => (
        <StateLine key={mark} mark={mark} count={counts[mark]} colours={colours} words={words} />
      ))}
    </>
  )
}

interface TogetherProps extends Dress {
  sites: readonly MapSite[]
  onOpen: (id: string) => void
  onClose: () => void
}

const MOST_LISTED = 8

/** The sites that stand at one place, to choose from. */
export function SitesTogether({ sites, onOpen, onClose, colours, words }: TogetherProps) {
  const worstFirst = sites.toSorted((a, b) => rankOf(b.mark) - rankOf(a.mark) || b.level - a.level)
  const hidden = worstFirst.length - MOST_LISTED
  return (
    <>
      <header className="map-card-head">
        <strong>{words.sites(sites.length)}</strong>
        <button type="button" onClick={onClose} aria-label={words.close}>
          ×
        </button>
      </header>
      <ul>
        {worstFirst.slice(0, MOST_LISTED).map((site) => (
          <li key={site.id}>
            <button type="button" onClick={() => onOpen(site.id)}>
              <StateGlyph mark={site.mark} colours={colours} />
              <span>{site.name}</span>
            </button>
          </li>
        ))}
      </ul>
      {hidden > 0 ? <span className="map-card-quiet">{words.more(hidden)}</span> : null}
    </>
  )
}

function StateLine({ mark, count, colours, words }: Dress & { mark: Mark; count?: number }) {
  return (
    <span className="map-card-state">
      <StateGlyph mark={mark} colours={colours} />
      <span>{words.mark[mark]}</span>
      {count === undefined ? null : <span className="map-card-count">{count}</span>}
    </span>
  )
}
