import { stateOf, type Mark, type SiteState } from './states.ts'

/** Every colour the map draws with, as CSS colours that a canvas understands too (no `var(…)`). */
export interface MapColours {
  sea: string
  /** Lighter or darker water along the coast. */
  shore: string
  france: string
  abroad: string
  coast: string
  country: string
  region: string
  departement: string
  /** Names of countries and regions, of départements, of seas. */
  name: string
  quietName: string
  seaName: string
  /** Cards, buttons and quiet marks. */
  surface: string
  border: string
  text: string
  mutedText: string
  /** Ring around what is selected, and focus. */
  accent: string
  /** A CSS `box-shadow`. */
  shadow: string
  states: Record<SiteState, StateColour>
}

/** A mark's colours; where nothing is supervised, those of a quiet name. */
export function markColour(mark: Mark, colours: MapColours): StateColour {
  const state = stateOf(mark)
  return state ? colours.states[state] : { fill: colours.quietName, ink: colours.text }
}

export interface StateColour {
  /** The mark itself; at least 3:1 on land. */
  fill: string
  /** Figures on the fill; at least 4.5:1. */
  ink: string
}

/** What the map takes from the product's palette (`src/web/theme/tokens.ts`); land and water are its own. */
export interface MapPalette {
  raised: string
  border: string
  text: string
  muted: string
  focus: string
  shadow: string
  states: Record<SiteState, StateColour>
}

/** The map's colours in a theme, with the product's own for furniture and states. */
export function mapColours(theme: 'light' | 'dark', palette: MapPalette): MapColours {
  return {
    ...(theme === 'dark' ? DARK_COLOURS : LIGHT_COLOURS),
    surface: palette.raised,
    border: palette.border,
    text: palette.text,
    mutedText: palette.muted,
    accent: palette.focus,
    shadow: palette.shadow,
    states: palette.states,
  }
}

/** Used where the theme gives no colours of its own. */
export const LIGHT_COLOURS: MapColours = {
  sea: '#dfe6ec',
  shore: '#e9eff3',
  france: '#fcfcfb',
  abroad: '#f1f2f1',
  coast: '#b9c5ce',
  country: '#a9b0b7',
  region: '#b7bdc3',
  departement: '#ced3d7',
  name: '#5b636b',
  quietName: '#6b737b',
  seaName: '#6f8496',
  surface: '#ffffff',
  border: '#d9dde1',
  text: '#1d2227',
  mutedText: '#5b636b',
  accent: '#2f5fd0',
  shadow: '0 4px 16px rgb(24 32 40 / 16%)',
  states: {
    ok: { fill: '#277b64', ink: '#ffffff' },
    warning: { fill: '#c67a00', ink: '#1f1400' },
    critical: { fill: '#cc361e', ink: '#ffffff' },
    unknown: { fill: '#784b96', ink: '#ffffff' },
    unreachable: { fill: '#44484c', ink: '#ffffff' },
    maintenance: { fill: '#3a89da', ink: '#00142b' },
  },
}

/** As `LIGHT_COLOURS`, for a dark theme. */
export const DARK_COLOURS: MapColours = {
  sea: '#0f1820',
  shore: '#14202a',
  france: '#272c32',
  abroad: '#1e2328',
  coast: '#3b454f',
  country: '#56606a',
  region: '#4d5660',
  departement: '#3c434b',
  name: '#a3acb5',
  quietName: '#8b949d',
  seaName: '#64798c',
  surface: '#1b2025',
  border: '#39414a',
  text: '#e9ecef',
  mutedText: '#a3acb5',
  accent: '#7aa2ff',
  shadow: '0 4px 16px rgb(0 0 0 / 50%)',
  states: {
    ok: { fill: '#73d3b0', ink: '#04231a' },
    warning: { fill: '#f7a724', ink: '#2b1a00' },
    critical: { fill: '#f0643a', ink: '#240500' },
    unknown: { fill: '#c3affe', ink: '#180d33' },
    unreachable: { fill: '#989a9d', ink: '#14181c' },
    maintenance: { fill: '#5f8ddb', ink: '#03122b' },
  },
}
