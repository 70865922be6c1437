import type { SiteState } from './states.ts'

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
  shadow: string
  states: Record<SiteState, StateColour>
}

export interface StateColour {
  /** The mark itself; at least 3:1 on land. */
  fill: string
  /** Figures on the fill; at least 4.5:1. */
  ink: string
}

/** Used where the theme gives no colours of its own. */
export const LIGHT_COLOURS: MapColours = {
  sea: '#dfe6ec',
  shore: '#e9eff3',
  france: '#fcfcfb',
  abroad: '#f1f2f1',
  coast: '#b9c5ce',
  country: '#a9b0b7',
  region: '#c3c8cd',
  departement: '#dcdfe2',
  name: '#5b636b',
  quietName: '#737b83',
  seaName: '#6f8496',
  surface: '#ffffff',
  border: '#d9dde1',
  text: '#1d2227',
  mutedText: '#5b636b',
  accent: '#2f5fd0',
  shadow: 'rgba(24, 32, 40, 0.16)',
  states: {
    ok: { fill: '#2b8a78', ink: '#ffffff' },
    warning: { fill: '#f0a202', ink: '#2b1d00' },
    critical: { fill: '#d9391a', ink: '#ffffff' },
    unknown: { fill: '#7a6a96', ink: '#ffffff' },
    unreachable: { fill: '#6d757d', ink: '#ffffff' },
    maintenance: { fill: '#2d6fb8', ink: '#ffffff' },
  },
}

/** As `LIGHT_COLOURS`, for a dark theme. */
export const DARK_COLOURS: MapColours = {
  sea: '#12171c',
  shore: '#161d24',
  france: '#262b31',
  abroad: '#1e2328',
  coast: '#3b454f',
  country: '#56606a',
  region: '#444c55',
  departement: '#343a42',
  name: '#a3acb5',
  quietName: '#8b949d',
  seaName: '#5f7385',
  surface: '#1c2126',
  border: '#39414a',
  text: '#e9ecef',
  mutedText: '#a3acb5',
  accent: '#7aa2ff',
  shadow: 'rgba(0, 0, 0, 0.5)',
  states: {
    ok: { fill: '#4fb3a0', ink: '#06231d' },
    warning: { fill: '#f5b638', ink: '#2b1d00' },
    critical: { fill: '#f2603f', ink: '#240500' },
    unknown: { fill: '#a798c4', ink: '#1a1227' },
    unreachable: { fill: '#98a1aa', ink: '#14181c' },
    maintenance: { fill: '#6aa5e6', ink: '#061a30' },
  },
}
