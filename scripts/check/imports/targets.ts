import { isBuiltin } from 'node:module'
import { posix } from 'node:path'
import { placeOf, type Place } from './places.ts'

/** What a specifier leads to. */
export type Target =
  | { kind: 'node' }
  | { kind: 'package'; name: string }
  | { kind: 'file'; path: string; place: Place; isRelative: boolean; door?: 'index' | 'contract' }
  | { kind: 'made by Vite' }
  | { kind: 'nothing'; why: string }

/** The `imports` of package.json: `#kernel/*` to `./src/kernel/*.ts`. */
export type Doors = Record<string, string>

/** @param from the importing file, relative to the checkout. */
export function targetOf(specifier: string, from: string, doors: Doors): Target {
  const bare = specifier.replace(/[?].*$/, '')
  if (bare.startsWith('#')) return throughDoor(bare, doors)
  if (bare.startsWith('.')) return file(posix.normalize(posix.join(posix.dirname(from), bare)), true)
  if (isBuiltin(bare)) return { kind: 'node' }
  if (bare.startsWith('virtual:')) return { kind: 'made by Vite' }
  if (bare.startsWith('/') || bare.includes(':'))
    return { kind: 'nothing', why: 'is no path, door or package' }
  return { kind: 'package', name: packageName(bare) }
}

function throughDoor(specifier: string, doors: Doors): Target {
  const exact = doors[specifier]
  if (exact) return file(posix.normalize(exact), false)
  for (const [pattern, path] of Object.entries(doors)) {
    const [before, after] = pattern.split('*')
    if (before === undefined || after === undefined) continue
    if (!specifier.startsWith(before) || !specifier.endsWith(after)) continue
    const middle = specifier.slice(before.length, specifier.length - after.length)
    return file(posix.normalize(path.replace('*', middle)), false)
  }
  return { kind: 'nothing', why: 'is no door of package.json' }
}

function file(path: string, isRelative: boolean): Target {
  const door = isRelative ? undefined : /^src\/domains\/[^/]+\/(index|contract)\.ts$/.exec(path)?.[1]
  return {
    kind: 'file',
    path,
    place: placeOf(path),
    isRelative,
    door: door as 'index' | 'contract' | undefined,
  }
}

function packageName(specifier: string): string {
  const [first = '', second = ''] = specifier.split('/')
  return first.startsWith('@') ? `${first}/${second}` : first
}
