import type { Mark } from './states.ts'

/** Every text on the map, in the reader's language; `locales/` has them for i18next, `mapWords` picks them. */
export interface MapWords {
  /** What the map is, for screen readers. */
  title: string
  /** Where the same is to be had without the canvas, and which keys move it. */
  help: string
  zoomIn: string
  zoomOut: string
  /** Back to where everything is in view. */
  showAll: string
  noGraphics: string
  /** While the outlines come. */
  waiting: string
  kilometres(count: string): string
  metres(count: string): string
  mark: Record<Mark, string>
  sites(count: number): string
  assets(count: number): string
  level(level: number): string
  /** Ends a list that is cut short. */
  more(count: number): string
  close: string
}

/** i18next's `t`, as far as the map needs it. */
type Translate = (key: string, values?: { count?: number; amount?: string; level?: number }) => string

/** The map's words from i18next's namespace of `src/web/map/locales/`. */
export function mapWords(t: Translate): MapWords {
  return {
    title: t('title'),
    help: t('help'),
    zoomIn: t('zoomIn'),
    zoomOut: t('zoomOut'),
    showAll: t('showAll'),
    noGraphics: t('noGraphics'),
    waiting: t('waiting'),
    kilometres: (amount) => t('kilometres', { amount }),
    metres: (amount) => t('metres', { amount }),
    mark: {
      ok: t('state.ok'),
      warning: t('state.warning'),
      critical: t('state.critical'),
      unknown: t('state.unknown'),
      unreachable: t('state.unreachable'),
      maintenance: t('state.maintenance'),
      'held-critical': t('held.critical'),
      'held-warning': t('held.warning'),
      'held-unknown': t('held.unknown'),
      none: t('none'),
    },
    sites: (count) => t('sites', { count }),
    assets: (count) => t('assets', { count }),
    level: (level) => t('level', { level }),
    more: (count) => t('more', { count }),
    close: t('close'),
  }
}
