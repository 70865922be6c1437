import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { blocksOf } from './blocks.ts'

test('a chapter is read block by block', () => {
  const text =
    '# Guide\n\n## Begin\nOne\nline.\n\n- a\n- b\n  more\n\n1. x\n\n```\nrun\n\nit\n```\n\n| k | v |\n| - | - |\n| a | `b` |\n'
  expect(blocksOf(text)).toEqual([
    { kind: 'heading', level: 1, text: 'Guide' },
    { kind: 'heading', level: 2, text: 'Begin' },
    { kind: 'paragraph', text: 'One line.' },
    { kind: 'list', isOrdered: false, items: ['a', 'b more'] },
    { kind: 'list', isOrdered: true, items: ['x'] },
    { kind: 'code', text: 'run\n\nit' },
    { kind: 'table', head: ['k', 'v'], rows: [['a', '`b`']] },
  ])
})

test('nothing of the guide is shown as marks', () => {
  for (const language of ['fr', 'en'])
    for (const file of readdirSync(`docs/guide/${language}`))
      for (const block of blocksOf(readFileSync(`docs/guide/${language}/${file}`, 'utf8')))
        if (block.kind === 'paragraph') expect(block.text).not.toMatch(/^(#|\||- |```)|\s(- |\d\. )\*\*/)
})
