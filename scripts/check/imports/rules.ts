import type { Place } from './places.ts'
import type { Reference } from './references.ts'
import type { Target } from './targets.ts'

/** What the rules need to know of the house. */
export interface House {
  /** The domains from the ground up. */
  order: string[]
  /** Packages that `npm install` brings in production. */
  production: Set<string>
}

/** Packages that run in a browser; a scope stands for all its packages. */
const browserPackages = [
  'react',
  'react-dom',
  'react-i18next',
  'i18next',
  'zod',
  'uplot',
  'maplibre-gl',
  'qrcode',
  '@mantine',
  '@tanstack',
  '@tabler',
  '@fontsource-variable',
]

/** The one browser file that gathers the pages of all domains. */
const composesPages = /^src\/web\/(pages|main|domains)\.tsx?$/
/** The browser files that gather the texts of all domains. */
const composesTexts = /^src\/web\/locales\//
/** The browser files that read the types of all operations. */
const readsOperations = /^src\/web\/(.+\/)?(api|operations-type)\.ts$/

/** Why the file at `path` may not name this target, or nothing where it may. */
export function forbidden(
  path: string,
  from: Place,
  target: Target,
  reference: Reference,
  house: House,
): string | undefined {
  if (from.area === 'outside') return undefined
  if (!reference.isWhole && !reference.specifier.startsWith('.')) return computed(from)
  if (target.kind === 'nothing') return target.why
  if (target.kind === 'made by Vite') return from.isBrowser ? undefined : 'only browser code is built by Vite'
  if (target.kind === 'node')
    return from.isBrowser && !from.isTest ? 'browser code runs without Node' : undefined
  if (target.kind === 'package') return forbiddenPackage(from, target.name, reference, house)
  return forbiddenFile(path, from, target, reference, house)
}

function computed(from: Place): string | undefined {
  return from.area === 'tools' || from.isTest
    ? undefined
    : 'a computed import cannot be checked: write the path out'
}

function forbiddenPackage(
  from: Place,
  name: string,
  { isTypeOnly }: Reference,
  house: House,
): string | undefined {
  if (from.isTest || from.area === 'tools') return undefined
  if (from.area === 'protocols') return 'protocols import only Node'
  if (from.isContract) return name === 'zod' ? undefined : 'a contract imports only zod and contracts'
  if (from.isBrowser) {
    if (isTypeOnly) return undefined
    const known = browserPackages.some((entry) => name === entry || name.startsWith(`${entry}/`))
    return known ? undefined : `${name} is not one of the browser's packages`
  }
  if (from.area === 'web' || isTypeOnly || house.production.has(name)) return undefined
  return `${name} is not installed in production (it is no dependency in package.json)`
}

type FileTarget = Extract<Target, { kind: 'file' }>

function forbiddenFile(
  path: string,
  from: Place,
  target: FileTarget,
  reference: Reference,
  house: House,
): string | undefined {
  const to = target.place
  if (to.isTest && !from.isTest && from.area !== 'tools') return 'only tests import test code'
  if (to.area === 'domain') return forbiddenDomain(path, from, target, house)
  if (to.area === 'web') return forbiddenWeb(from, target)
  if (to.area === 'kernel' || to.area === 'protocols') return forbiddenGround(from, target)
  if (to.area === 'root') return forbiddenRoot(path, from, reference)
  return undefined
}

function forbiddenDomain(path: string, from: Place, target: FileTarget, house: House): string | undefined {
  const to = target.place
  if (from.area === 'domain' && from.domain === to.domain) return forbiddenWithin(from, to)
  if (composesPages.test(path) && to.isBrowser) return undefined
  if (composesTexts.test(path) && /\/locales\/(fr|en)\.json$/.test(target.path)) return undefined
  if (from.area === 'kernel' || from.area === 'protocols') return `${from.area} knows no domain`
  // What measures a domain's inside stands in the domain, and is run from \`bench/\`.
  if (from.area === 'tests' && from.isBench && to.isBench) return undefined
  if (!target.door)
    return `another domain is reached only through its doors #${to.domain} and #${to.domain}/contract`
  if (from.isBrowser && !from.isTest && target.door !== 'contract')
    return 'browser code imports only contracts'
  if (from.isContract && target.door !== 'contract') return 'a contract imports only zod and contracts'
  if (from.area !== 'domain' || from.isTest) return undefined
  return isBelow(to.domain, from.domain, house)
    ? undefined
    : `${from.domain} stands below ${to.domain} in src/app.ts: what goes upwards is an event`
}

/** A domain's own files: the browser's part and the server's meet in the contract alone. */
function forbiddenWithin(from: Place, to: Place): string | undefined {
  if (from.isTest) return undefined
  if (from.isContract) return to.isContract ? undefined : 'a contract imports only zod and contracts'
  if (from.isBrowser) return to.isBrowser || to.isContract ? undefined : 'browser code imports only contracts'
  return to.isBrowser ? 'the server imports nothing from web/' : undefined
}

function forbiddenWeb(from: Place, target: FileTarget): string | undefined {
  if (from.area === 'web' || from.isTest || from.area === 'tools') return undefined
  if (!from.isBrowser) return 'the server imports nothing from web/'
  return target.isRelative ? 'the shell is reached through #web/' : undefined
}

function forbiddenGround(from: Place, target: FileTarget): string | undefined {
  const to = target.place.area
  if (from.area === to) return undefined
  if (from.area === 'protocols' && !from.isTest) return 'protocols import only Node'
  if (from.isBrowser && !from.isTest) return `browser code does not import ${to}`
  return target.isRelative && from.area !== 'root' ? `${to} is reached through #${to}/` : undefined
}

function forbiddenRoot(path: string, from: Place, { isTypeOnly, specifier }: Reference): string | undefined {
  if (from.area === 'root' || from.area === 'tests' || from.area === 'tools') return undefined
  if (isTypeOnly && readsOperations.test(path) && specifier.endsWith('/operations.ts')) return undefined
  return 'only src/main.ts, src/app.ts and their like stand above the domains'
}

function isBelow(lower: string | undefined, upper: string | undefined, house: House): boolean {
  const low = house.order.indexOf(lower ?? '')
  return low >= 0 && low < house.order.indexOf(upper ?? '')
}
