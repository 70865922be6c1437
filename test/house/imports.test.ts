import { describe, expect, test } from 'vitest'
import { findForbiddenImports } from '../../scripts/check/imports.ts'
import { tree } from './tree.ts'

const app = `
  import { identity } from '#identity'
  import { audit } from '#audit'
  import { estate } from '#estate'
  import { supervision } from '#supervision'
  export const domains = [identity, audit, estate, supervision] as const
`

/** What is said of one file with this text, in a house that lists four domains. */
function said(path: string, text: string, more: Record<string, string> = {}): string[] {
  return findForbiddenImports(tree({ 'src/app.ts': app, [path]: text, ...more })).map(
    ({ where, message }) => `${where} ${message}`,
  )
}

const upwards = 'estate stands below supervision in src/app.ts: what goes upwards is an event'
const byDoor = (domain: string) =>
  `another domain is reached only through its doors #${domain} and #${domain}/contract`
const tables = 'src/domains/estate/sites/list.ts'

test('this house keeps its own rules', () => {
  expect(findForbiddenImports(new URL('../..', import.meta.url).pathname)).toEqual([])
})

describe('a planted import is caught', () => {
  test.each([
    ['upwards', tables, `import { states } from '#supervision'`, upwards],
    ['upwards, of a contract', tables, `import { state } from '#supervision/contract'`, upwards],
    ['upwards, of a type', tables, `import type { State } from '#supervision'`, upwards],
    ['upwards, in a type', tables, `export type S = import('#supervision').State`, upwards],
    ['upwards, when it runs', tables, `const door = await import('#supervision')`, upwards],
    ['upwards, handed on', tables, `export * from '#supervision'`, upwards],
    ['upwards, handed on by name', tables, `export { states } from '#supervision'`, upwards],
    ['upwards, for its effect', tables, `import '#supervision'`, upwards],
    [
      'into a domain by path',
      tables,
      `import { a } from '../../identity/people/list.ts'`,
      byDoor('identity'),
    ],
    ["of a door's file by path", tables, `import { a } from '../../identity/index.ts'`, byDoor('identity')],
    ['past a door', tables, `import { a } from '#identity/people/list'`, 'is no door of package.json'],
    ['whose path is computed', tables, 'await import(`#${name}`)', 'a computed import cannot be checked'],
    ['by URL', tables, `new URL('../../identity/keys.ts', import.meta.url)`, byDoor('identity')],
    ['by require', tables, `require('../../identity/keys.ts')`, byDoor('identity')],
    [
      'of the kernel by path',
      tables,
      `import { now } from '../../../kernel/clock.ts'`,
      'reached through #kernel/',
    ],
    ['of the root', tables, `import { domains } from '../../../app.ts'`, 'stand above the domains'],
    ['of test code', tables, `import { open } from '#test/database'`, 'only tests import test code'],
    [
      'that production lacks',
      tables,
      `import { chromium } from 'playwright-core'`,
      'not installed in production',
    ],
    [
      'of a domain in the kernel',
      'src/kernel/log.ts',
      `import { estate } from '#estate'`,
      'kernel knows no domain',
    ],
    [
      'of a domain in a test of the kernel',
      'src/kernel/a.test.ts',
      `import '#estate'`,
      'kernel knows no domain',
    ],
    ['of a domain in a protocol', 'src/protocols/snmp/a.ts', `import '#estate'`, 'protocols knows no domain'],
    ['of the kernel in a protocol', 'src/protocols/snmp/a.ts', `import '#kernel/log'`, 'import only Node'],
    ['of a package in a protocol', 'src/protocols/snmp/a.ts', `import pg from 'pg'`, 'import only Node'],
    [
      'of the browser in a server',
      tables,
      `import { a } from '#web/api.ts'`,
      'the server imports nothing from web/',
    ],
    [
      'of its own pages in a server',
      tables,
      `import { a } from '../web/page.tsx'`,
      'the server imports nothing',
    ],
    [
      'of the browser in the root',
      'src/main.ts',
      `import './web/api.ts'`,
      'the server imports nothing from web/',
    ],
    ['of a deep path in the root', 'src/main.ts', `import './domains/estate/keys.ts'`, byDoor('estate')],
    [
      'of a deep path in a system test',
      'test/a.test.ts',
      `import '../src/domains/estate/keys.ts'`,
      byDoor('estate'),
    ],
  ])('%s', (_, path, text, message) => {
    expect(said(path, text)).toEqual([expect.stringContaining(message)])
  })

  const page = 'src/domains/estate/web/site-page.tsx'
  test.each([
    ['of its own server', page, `import type { Site } from '../sites/list.ts'`, 'imports only contracts'],
    ['of its own door', page, `import { estate } from '#estate'`, 'imports only contracts'],
    ['of a door below', page, `import { person } from '#identity'`, 'imports only contracts'],
    ['of a contract above', page, `import { state } from '#supervision/contract'`, upwards],
    ["of another domain's pages", page, `import '../../identity/web/people.tsx'`, byDoor('identity')],
    ['of the kernel', page, `import { now } from '#kernel/clock'`, 'browser code does not import kernel'],
    ['of Node', page, `import { readFile } from 'fs/promises'`, 'browser code runs without Node'],
    ['of a server package', page, `import pg from 'pg'`, "pg is not one of the browser's packages"],
    [
      'of the operations',
      'src/web/sites.ts',
      `import type { Ops } from '../operations.ts'`,
      'stand above the domains',
    ],
    [
      'of the running operations',
      'src/web/api.ts',
      `import { ops } from '../operations.ts'`,
      'stand above the domains',
    ],
    [
      'of pages in the shell',
      'src/web/frame.tsx',
      `import '../domains/estate/web/pages.tsx'`,
      byDoor('estate'),
    ],
    [
      'of a query in a contract',
      'src/domains/estate/contract.ts',
      `import './sites/list.ts'`,
      'only zod and contracts',
    ],
  ])('in the browser: %s', (_, path, text, message) => {
    expect(said(path, text)).toEqual([expect.stringContaining(message)])
  })

  test('with its file and line', () => {
    expect(said(tables, `import { z } from 'zod'\n\nimport '#supervision'\n`)).toEqual([
      `${tables}:3 #supervision: ${upwards}`,
    ])
  })

  test('in a domain that src/app.ts does not list', () => {
    expect(said('src/domains/desk/index.ts', `import '#estate'`)).toEqual([
      'src/domains/desk is not listed in `domains` of src/app.ts',
    ])
  })
})

describe('the rules leave alone', () => {
  test.each([
    [
      'a door below',
      tables,
      `import { person } from '#identity'\nimport type { Line } from '#audit/contract'`,
    ],
    [
      'a domain’s own files',
      tables,
      `import { a } from '../assets/list.ts'\nimport { b } from '../contract.ts'`,
    ],
    [
      'the ground',
      tables,
      `import { now } from '#kernel/clock'\nimport { ping } from '#protocols/icmp/ping'`,
    ],
    ['Node and production’s packages', tables, `import 'node:fs'\nimport { sql } from 'kysely'`],
    ['types of development packages', tables, `import type { Test } from 'vitest'`],
    [
      'a page’s own folder and contracts',
      'src/domains/estate/web/a.tsx',
      `import './b.tsx'\nimport '#identity/contract'`,
    ],
    ['the shell in a page', 'src/domains/estate/web/a.tsx', `import { List } from '#web/list/list.tsx'`],
    [
      'the browser’s packages',
      'src/web/a.tsx',
      `import '@mantine/core/styles.css'\nimport { useState } from 'react'`,
    ],
    ['types of the operations', 'src/web/api.ts', `import type { Ops } from '../operations.ts'`],
    ['the gathering of all pages', 'src/web/pages.ts', `import '../domains/estate/web/pages.tsx'`],
    [
      'and of all texts',
      'src/web/locales/fr.ts',
      `import.meta.glob(['./fr.json', '../../domains/*/locales/fr.json'])`,
    ],
    ['and by pattern', 'src/web/pages.ts', `import.meta.glob('../domains/*/web/pages.ts', { eager: true })`],
    ['what Vite makes', 'src/web/styles.ts', `import 'virtual:tokens.css'`],
    ['all doors in the root', 'src/operations.ts', `import '#supervision'\nimport '#kernel/log'`],
    [
      'anything in a test of the domain',
      'src/domains/estate/a.test.ts',
      `import '#supervision'\nimport '#test/app'`,
    ],
    [
      'texts that only look like imports',
      tables,
      `// import '#supervision'\nexport const a = "import '#supervision'"`,
    ],
  ])('%s', (_, path, text) => {
    expect(said(path, text)).toEqual([])
  })
})

test('a list of domains that cannot be read fails', () => {
  const root = tree({ 'src/app.ts': `export const domains = await allOf('src/domains')` })
  expect(() => findForbiddenImports(root)).toThrow(/no `export const domains/)
})

test('a file that cannot be parsed fails', () => {
  expect(() => said(tables, `import {`)).toThrow(tables)
})
