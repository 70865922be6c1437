import { describe, expect, it } from 'vitest'
import { allVisions, contrast, distance } from './colour-vision.ts'
import { tokensCss } from './css-variables.ts'
import { palettes, states } from './tokens.ts'

describe.each(Object.entries(palettes))('the %s theme', (_name, palette) => {
  const grounds = [
    palette.ground,
    palette.surface,
    palette.raised,
    palette.sunken,
    palette.hover,
    palette.selected,
  ]

  it.each(['text', 'muted', 'accent', 'danger'] as const)(
    '%s is read on every surface (AA, 4.5:1)',
    (role) => {
      expect(Math.min(...grounds.map((ground) => contrast(palette[role], ground)))).toBeGreaterThanOrEqual(
        4.5,
      )
    },
  )

  it('words on the accent are read', () => {
    expect(contrast(palette.onAccent, palette.accent)).toBeGreaterThanOrEqual(4.5)
    expect(contrast(palette.onAccent, palette.accentHover)).toBeGreaterThanOrEqual(4.5)
    expect(contrast(palette.accent, palette.accentSoft)).toBeGreaterThanOrEqual(4.5)
  })

  it('edges of fields and the focus are seen (3:1)', () => {
    for (const ground of [palette.ground, palette.surface, palette.raised])
      for (const line of [palette.edge, palette.focus])
        expect(contrast(line, ground)).toBeGreaterThanOrEqual(3)
  })

  it.each(states)('%s: its shape is seen, its word and what stands on it are read', (state) => {
    const { fill, text, soft, ink } = palette.states[state]
    for (const ground of [palette.ground, palette.surface, palette.raised, palette.hover])
      expect(contrast(fill, ground)).toBeGreaterThanOrEqual(3)
    for (const ground of [...grounds, soft]) expect(contrast(text, ground)).toBeGreaterThanOrEqual(4.5)
    expect(contrast(ink, fill)).toBeGreaterThanOrEqual(4.5)
  })

  it.each(allVisions)('no two states look alike with %s vision', (vision) => {
    const pairs = states.flatMap((one, at) => states.slice(at + 1).map((other) => [one, other] as const))
    const closest = Math.min(
      ...pairs.map(([one, other]) => distance(palette.states[one].fill, palette.states[other].fill, vision)),
    )
    expect(closest).toBeGreaterThanOrEqual(9)
  })

  it('curves are seen (3:1)', () => {
    for (const colour of palette.series) expect(contrast(colour, palette.surface)).toBeGreaterThanOrEqual(3)
  })
})

it('every token is a CSS variable in both themes', () => {
  const css = tokensCss()
  expect(css.match(/--state-critical-soft:/g)).toHaveLength(3)
  expect(css).toContain('--row: 32px')
})
