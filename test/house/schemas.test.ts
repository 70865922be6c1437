import { describe, expect, test } from 'vitest'
import { findForeignTables } from '../../scripts/check/schemas.ts'
import { tree } from './tree.ts'

const said = (files: Record<string, string>) =>
  findForeignTables(tree(files)).map(({ where, message }) => `${where} ${message}`)

const code = 'src/domains/supervision/states/list.ts'
const migration = 'src/domains/supervision/migrations/0001_states.sql'
const foreign = 'estate.assets belongs to estate: ask its door #estate'

test('this house keeps its tables apart', () => {
  expect(findForeignTables(new URL('../..', import.meta.url).pathname)).toEqual([])
})

describe('another domain’s table is caught', () => {
  test.each([
    ['read', `tx.selectFrom('estate.assets').selectAll()`],
    ['read under another name', `tx.selectFrom('estate.assets as a')`],
    ['read among others', `tx.selectFrom(['supervision.states as s', 'estate.assets as a'])`],
    ['joined', `tx.selectFrom('supervision.states').leftJoin('estate.assets as a', 'a.id', 'asset_id')`],
    ['written', `tx.insertInto('estate.assets')`],
    ['in raw SQL', 'sql`select name from estate.assets where id = ${id}`'],
    ['in typed SQL', 'sql<{ name: string }>`select name from "estate"."assets"`'],
    ['in a query of pg', `client.query('select 1 from estate.assets')`],
    ['as the subject of a command', `command({ subject: { type: 'asset', table: 'estate.assets' } })`],
  ])('%s', (_, text) => {
    expect(said({ [code]: text })).toEqual([`${code}:1 ${foreign}`])
  })

  test('in the kernel', () => {
    expect(said({ 'src/kernel/a.ts': 'sql`select 1 from estate.assets`' })).toEqual([
      `src/kernel/a.ts:1 ${foreign}`,
    ])
  })

  test('in a migration', () => {
    expect(said({ [migration]: '-- estate.assets\n\nalter table estate.assets add x text;' })).toEqual([
      `${migration}:3 ${foreign}`,
    ])
  })

  test('under a foreign key upwards', () => {
    const path = 'src/domains/estate/migrations/0001_sites.sql'
    expect(said({ [path]: 'create table estate.a (s uuid references supervision.states);' })).toEqual([
      `${path}:1 supervision.states belongs to supervision: ask its door #supervision`,
    ])
  })
})

describe('left alone are', () => {
  test('a domain’s own tables, rights and events', () => {
    const text = `tx.selectFrom('supervision.states'); allow('estate.read'); emit('estate.changed')`
    expect(said({ [code]: text })).toEqual([])
  })

  test('foreign keys downwards', () => {
    expect(
      said({ [migration]: 'create table supervision.states (a uuid references estate.assets (id));' }),
    ).toEqual([])
  })

  test('isolation as of a row below', () => {
    const text = `call kernel.isolate_under('supervision.states', 'estate.assets', 'asset_id');`
    expect(said({ [migration]: text })).toEqual([])
  })

  test('a view that its owner made and documents', () => {
    const view = {
      'src/domains/estate/migrations/0002_names.sql': 'create view estate.asset_names as select 1;',
      [code]: `tx.selectFrom('estate.asset_names')`,
    }
    const undocumented = 'estate.asset_names belongs to estate: ask its door #estate'
    expect(said(view)).toEqual([`${code}:1 ${undocumented}`])
    expect(said({ ...view, 'src/domains/estate/README.md': 'Publishes `asset_names`.' })).toEqual([])
  })
})
