import { densities, fontSizes, fontWeights, palettes, type Palette } from './tokens.ts'

/** The tokens as one style sheet: `--text`, `--state-critical-soft`, `--size-body`, `--row` … */
export function tokensCss(): string {
  return [
    block(':root', { ...palette(palettes.light), ...type() }),
    block(':root', densityOf('comfortable')),
    block(":root[data-density='dense']", densityOf('dense')),
    block(":root[data-mantine-color-scheme='dark']", palette(palettes.dark)),
    `@media (prefers-color-scheme: dark) {\n${block(':root:not([data-mantine-color-scheme])', palette(palettes.dark))}\n}`,
  ].join('\n')
}

type Variables = Record<string, string>

function palette({ states, series, ...colours }: Palette): Variables {
  const variables: Variables = {}
  for (const [name, value] of Object.entries(colours)) variables[kebab(name)] = String(value)
  series.forEach((value, index) => (variables[`series-${index + 1}`] = value))
  for (const [state, { fill, ...rest }] of Object.entries(states)) {
    variables[`state-${state}`] = fill
    for (const [name, value] of Object.entries(rest)) variables[`state-${state}-${name}`] = value
  }
  return variables
}

function type(): Variables {
  return {
    ...Object.fromEntries(Object.entries(fontSizes).map(([name, px]) => [`size-${name}`, `${px / 16}rem`])),
    ...Object.fromEntries(
      Object.entries(fontWeights).map(([name, weight]) => [`weight-${name}`, String(weight)]),
    ),
  }
}

function densityOf(name: keyof typeof densities): Variables {
  return { row: `${densities[name].row}px`, control: `${densities[name].control}px` }
}

function block(selector: string, variables: Variables): string {
  const lines = Object.entries(variables).map(([name, value]) => `  --${name}: ${value};`)
  return `${selector} {\n${lines.join('\n')}\n}`
}

const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
