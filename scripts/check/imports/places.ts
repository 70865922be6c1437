/** Which part of the house a file belongs to. */
export interface Place {
  area: 'kernel' | 'protocols' | 'domain' | 'web' | 'root' | 'tests' | 'tools' | 'outside'
  /** Of a domain's files. */
  domain?: string
  /** Runs in a browser. */
  isBrowser: boolean
  /** Says what goes over HTTP: safe to import from a browser. */
  isContract: boolean
  /** Runs in tests and benchmarks alone. */
  isTest: boolean
  /** Measures, and prints what it saw. */
  isBench: boolean
}

/** @param path relative to the checkout, with `/`. */
export function placeOf(path: string): Place {
  const [top, area = '', domain = ''] = path.split('/')
  const isTest = /\.(test|bench)\.[cm]?[jt]sx?$/.test(path)
  const isBench = top === 'bench' || /\.bench\.[cm]?[jt]s$/.test(path)
  const plain = { isBrowser: false, isContract: false, isTest, isBench }
  if (top === 'test' || top === 'bench') return { ...plain, area: 'tests', isTest: true }
  if (top === 'scripts' || top === 'bin') return { ...plain, area: 'tools' }
  if (top !== 'src') return { ...plain, area: 'outside' }
  if (area === 'kernel' || area === 'protocols') return { ...plain, area }
  if (area === 'web') return { ...plain, area, isBrowser: !isBuildSetting(path) }
  if (area !== 'domains') return { ...plain, area: 'root' }
  const inside = path.slice(`src/domains/${domain}/`.length)
  return {
    area: 'domain',
    domain,
    isBrowser: inside.startsWith('web/'),
    isContract: /(^|\/)contract(\.ts$|\/)/.test(inside) && !isTest,
    isTest,
    isBench,
  }
}

const isBuildSetting = (path: string) => /(^|\/)vite\.config\.ts$/.test(path)
