/** How something is, in the words of the whole product; worst first. */
export const states = ['critical', 'warning', 'unknown', 'unreachable', 'maintenance', 'ok'] as const
export type StateName = (typeof states)[number]

/** A state's colours: of its shape (3:1 on every surface), of words in it (4.5:1) and of a quiet ground behind them. */
export interface StateColours {
  fill: string
  text: string
  soft: string
  /** Figures and signs on the fill. */
  ink: string
}

/** Every colour of the product, once for each theme: CSS, graphs and the map read these. */
export interface Palette {
  /** Behind everything; the frame. */
  ground: string
  /** What is read: lists, cards, forms. */
  surface: string
  /** Menus and drawers, over the surface. */
  raised: string
  /** Heads of tables, wells, what is under the pointer. */
  sunken: string
  hover: string
  selected: string
  border: string
  /** Edges that must be seen to act on (fields, boxes to tick): 3:1. */
  edge: string
  text: string
  muted: string
  accent: string
  accentHover: string
  /** Words on the accent. */
  onAccent: string
  accentSoft: string
  focus: string
  danger: string
  shadow: string
  veil: string
  /** Curves of graphs, in order; no state's colour is among them. */
  series: readonly string[]
  states: Record<StateName, StateColours>
}

const light: Palette = {
  ground: '#f6f7f9',
  surface: '#ffffff',
  raised: '#ffffff',
  sunken: '#f1f3f5',
  hover: '#f3f5f7',
  selected: '#eaeefb',
  border: '#e2e5e9',
  edge: '#878f99',
  text: '#1a1e23',
  muted: '#5a626c',
  accent: '#2743b8',
  accentHover: '#1d3496',
  onAccent: '#ffffff',
  accentSoft: '#eaeefb',
  focus: '#3d5ce0',
  danger: '#b92d16',
  shadow: '0 1px 2px rgb(20 28 40 / 6%), 0 8px 28px rgb(20 28 40 / 14%)',
  veil: 'rgb(20 26 34 / 38%)',
  series: ['#3450c8', '#0b7f8c', '#a63d86', '#6f7212', '#8a5636', '#566573', '#6b3fd0', '#0a6b3d'],
  states: {
    ok: { fill: '#277b64', text: '#1f6d58', soft: '#e4f2ed', ink: '#ffffff' },
    warning: { fill: '#c87b00', text: '#8a5300', soft: '#fdf1dc', ink: '#1f1400' },
    critical: { fill: '#c8331b', text: '#b52b15', soft: '#fdeae5', ink: '#ffffff' },
    unknown: { fill: '#784b96', text: '#6b4088', soft: '#f2ebf7', ink: '#ffffff' },
    unreachable: { fill: '#44484c', text: '#44484c', soft: '#eceef0', ink: '#ffffff' },
    maintenance: { fill: '#3a89da', text: '#1c62ab', soft: '#e6f0fb', ink: '#00142b' },
  },
}

const dark: Palette = {
  ground: '#0e1114',
  surface: '#14181c',
  raised: '#1b2025',
  sunken: '#191e23',
  hover: '#1c2227',
  selected: '#1e2745',
  border: '#272d33',
  edge: '#6d7680',
  text: '#e8eaed',
  muted: '#a0a8b1',
  accent: '#9db0ff',
  accentHover: '#b7c5ff',
  onAccent: '#0d1433',
  accentSoft: '#1e2745',
  focus: '#8ea6ff',
  danger: '#ff8a6b',
  shadow: '0 1px 2px rgb(0 0 0 / 40%), 0 8px 28px rgb(0 0 0 / 55%)',
  veil: 'rgb(0 0 0 / 55%)',
  series: ['#8ea6ff', '#4fc3d0', '#e58bc9', '#c3c655', '#d1a07c', '#a3b3c2', '#b79bff', '#63c48f'],
  states: {
    ok: { fill: '#73d3b0', text: '#73d3b0', soft: '#15302a', ink: '#04231a' },
    warning: { fill: '#f7a724', text: '#f9b64a', soft: '#35270f', ink: '#2b1a00' },
    critical: { fill: '#f0643a', text: '#ff8e6d', soft: '#3b1d14', ink: '#240500' },
    unknown: { fill: '#c3affe', text: '#c9b8fe', soft: '#2a2440', ink: '#180d33' },
    unreachable: { fill: '#989a9d', text: '#b3b6ba', soft: '#262b30', ink: '#14181c' },
    maintenance: { fill: '#5f8ddb', text: '#8fb3f0', soft: '#17284a', ink: '#03122b' },
  },
}

export const palettes = { light, dark } as const
export type Theme = keyof typeof palettes

/** Pixels; `body` is what people read, the others stand beside it. Two weights, five sizes, nothing between. */
export const fontSizes = { caption: 12, body: 14, lead: 16, title: 20, figure: 28 } as const
export const fontWeights = { normal: 400, strong: 560 } as const

/** Heights in pixels, on a grid of 4. */
export const densities = {
  comfortable: { row: 40, control: 36 },
  dense: { row: 32, control: 32 },
} as const
export type Density = keyof typeof densities
