import { describe, expect, test } from 'vitest'
import { findOtherClocks } from '../../scripts/check/time.ts'
import { tree } from './tree.ts'

const said = (path: string, text: string) => findOtherClocks(tree({ [path]: text })).map(({ where }) => where)
const code = 'src/domains/estate/sites/raise.ts'

test('this house has one clock', () => {
  expect(findOtherClocks(new URL('../..', import.meta.url).pathname)).toEqual([])
})

describe('another clock is caught', () => {
  test.each([
    ['Date.now', code, `const at = Date.now()`],
    ['Date.now handed on', code, `start(Date.now)`],
    ['new Date', 'src/kernel/log.ts', `const at = new Date()`],
    ['Date as a function', code, `const at = Date()`],
    ['now() in a query', code, 'sql`update estate.sites set raised_at = now()`'],
    ['current_timestamp in a query', code, 'client.query(`select CURRENT_TIMESTAMP`)'],
    [
      'now() in a migration',
      'src/domains/estate/migrations/0001_sites.sql',
      'raised_at timestamptz default now()',
    ],
    ['current_date in a migration', 'src/kernel/migrations/0001_a.sql', 'check (day >= current_date)'],
  ])('%s', (_, path, text) => {
    expect(said(path, text)).toEqual([`${path}:1`])
  })
})

describe('left alone are', () => {
  test.each([
    ['the clock itself', 'src/kernel/clock.ts', `export const nowMs = () => Date.now()`],
    ['dates made of something', code, `const at = new Date(row.dueAt)`],
    ['our own now() put into a query', code, 'sql`select ${now()}`'],
    ['comments', 'src/domains/estate/migrations/0001_sites.sql', '-- never now()\nselect 1;'],
    ['protocols', 'src/protocols/icmp/ping.ts', `const at = Date.now()`],
  ])('%s', (_, path, text) => {
    expect(said(path, text)).toEqual([])
  })
})
