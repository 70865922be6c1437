import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { linkPackages, makeCheckout, start, type Running } from './checkout.ts'

const node = process.execPath
const isRoot = process.getuid?.() === 0
const systemNode = find('node')
const systemNpm = find('npm')

function find(program: string): string | null {
  try {
    return execFileSync('sh', ['-c', `command -v ${program}`], { encoding: 'utf8' }).trim()
  } catch {
    return null
  }
}

type Told = { args: string[]; node: string; cwd: string; cache: string; pid: number }

function told(running: Running): Told {
  // On a terminal, npm's own sequences may stand before it on the line.
  return JSON.parse(/\{"args".*\}/.exec(running.output())![0]) as Told
}

async function runsService(running: Running): Promise<Told> {
  await expect.poll(() => running.output(), { timeout: 15_000 }).toContain('"args":["up"]')
  return told(running)
}

function isAlive(pid: number): boolean {
  return existsSync(`/proc/${pid}/exe`) && !readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ')
}

test('the command line runs the pinned Node with what it was given, in the folder it was typed in', async () => {
  const checkout = makeCheckout()
  linkPackages(checkout)
  const running = start('/', [node, join(checkout, 'bin/vigie'), 'tell', '--me', 'a b'])
  expect(await running.ended).toEqual({ code: 0, signal: null })
  expect(told(running)).toMatchObject({
    args: ['tell', '--me', 'a b'],
    cwd: '/',
    node: expect.stringMatching(/^v24\./),
    cache: join(checkout, 'node_modules/.cache/vigie-compiled'),
  })
})

test('the machine’s own Node, however old, is enough to start', async ({ skip }) => {
  skip(!systemNode, 'this machine has no Node of its own')
  const checkout = makeCheckout()
  linkPackages(checkout)
  const running = start(checkout, [systemNode!, 'bin/vigie', 'tell'])
  expect(await running.ended).toEqual({ code: 0, signal: null })
  expect(told(running).node).toMatch(/^v24\./)
})

test.each([
  [['exit', '0'], { code: 0, signal: null }],
  [['exit', '7'], { code: 7, signal: null }],
  [['kill', 'SIGTERM'], { code: null, signal: 'SIGTERM' }],
  [['kill', 'SIGKILL'], { code: 137, signal: null }],
])('%j ends the launcher likewise', async (args, ending) => {
  const checkout = makeCheckout()
  linkPackages(checkout)
  expect(await start(checkout, [node, 'bin/vigie', ...args]).ended).toEqual(ending)
})

test.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)(
  '%s to the launcher asks Vigie to stop, once',
  async (signal) => {
    const checkout = makeCheckout()
    linkPackages(checkout)
    const running = start(checkout, [node, 'bin/start.cjs'], { STOP_MS: '300' })
    await runsService(running)
    running.child.kill(signal)
    await expect.poll(() => running.output()).toContain('asked to stop')
    running.child.kill(signal)
    expect(await running.ended).toEqual({ code: 0, signal: null })
    expect(running.output().match(/asked to stop/g)).toHaveLength(1)
    expect(running.output()).not.toContain('forced')
  },
)

test('Ctrl-C on a terminal reaches Vigie once, although npm and the launcher get it too', async ({
  skip,
}) => {
  skip(!systemNpm || !find('script'), 'this machine has no npm, or no `script` to make a terminal')
  const checkout = makeCheckout()
  linkPackages(checkout)
  const running = start(checkout, ['script', '-qefc', `${systemNpm} start`, '/dev/null'], { STOP_MS: '300' })
  const { pid } = await runsService(running)
  running.child.stdin!.write('\x03')
  await expect.poll(() => isAlive(pid), { timeout: 10_000 }).toBe(false)
  expect(running.output().match(/asked to stop/g)).toHaveLength(1)
  expect(running.output()).not.toContain('forced')
})

test('a launcher killed by kill -9 leaves nothing running', async () => {
  const checkout = makeCheckout()
  linkPackages(checkout)
  const running = start(checkout, [node, 'bin/vigie', 'up'])
  const { pid } = await runsService(running)
  running.child.kill('SIGKILL')
  await expect.poll(() => isAlive(pid), { timeout: 10_000 }).toBe(false)
  expect(running.output()).toContain('asked to stop')
})

test('an npm killed by kill -9 leaves nothing running', async ({ skip }) => {
  skip(!systemNpm, 'this machine has no npm')
  const checkout = makeCheckout()
  linkPackages(checkout)
  const running = start(checkout, [systemNpm!, 'start'])
  const { pid } = await runsService(running)
  running.child.kill('SIGKILL')
  await expect.poll(() => isAlive(pid), { timeout: 10_000 }).toBe(false)
})

/** A checkout whose one package lies in it, so that npm installs it without any network. */
function smallCheckout(): string {
  const project = { name: 'vigie', version: '0.0.0', dependencies: { small: 'file:small' } }
  const packages = {
    '': project,
    'node_modules/small': { resolved: 'small', link: true },
    small: { version: '1.0.0' },
  }
  return makeCheckout({
    'package.json': JSON.stringify(project),
    'package-lock.json': JSON.stringify({
      name: 'vigie',
      version: '0.0.0',
      lockfileVersion: 3,
      requires: true,
      packages,
    }),
    'small/package.json': JSON.stringify({ name: 'small', version: '1.0.0' }),
    'scripts/check.ts': `console.log('checked')`,
  })
}

test('packages are installed when the lock is another one, and only then', async ({ skip }) => {
  skip(!systemNpm, 'this machine has no npm')
  const checkout = smallCheckout()
  const check = async () => {
    const running = start(checkout, [node, 'bin/npm-run.cjs', 'check'], { npm_config_offline: 'true' })
    expect(await running.ended, running.output()).toEqual({ code: 0, signal: null })
    return running.output()
  }
  expect(await check()).toMatch(
    /^Installing packages .*\n(.*\n)*Packages installed: 1, in \d+ s\.\nchecked\n$/,
  )
  expect(await check()).toBe('checked\n')
  // What somebody's own `npm ci` left is as good.
  rmSync(join(checkout, 'node_modules/.vigie-installed'))
  expect(await check()).toBe('checked\n')
  const lock = join(checkout, 'package-lock.json')
  writeFileSync(lock, readFileSync(lock, 'utf8').replace('1.0.0', '1.0.1'))
  writeFileSync(join(checkout, 'small/package.json'), JSON.stringify({ name: 'small', version: '1.0.1' }))
  expect(await check()).toContain('Packages installed: 1')
})

test('without npm, one sentence says what to install', async () => {
  const running = start(makeCheckout(), [node, 'bin/start.cjs'], { PATH: '/nowhere' })
  expect(await running.ended).toEqual({ code: 1, signal: null })
  expect(running.output()).toMatch(/vigie: npm is missing, .* apt install npm\), then start again\.\n$/)
})

test('without the network, one sentence says so', async ({ skip }) => {
  skip(!systemNpm, 'this machine has no npm')
  const checkout = makeCheckout()
  const env = {
    // The discard port: nobody listens there.
    npm_config_registry: 'http://127.0.0.1:9/',
    npm_config_replace_registry_host: 'always',
    npm_config_cache: join(checkout, 'npm-cache'),
    npm_config_fetch_retries: '0',
  }
  const running = start(checkout, [node, 'bin/start.cjs'], env)
  expect(await running.ended).toEqual({ code: 1, signal: null })
  expect(running.output()).toMatch(/vigie: npm could not reach the package registry \(ECONNREFUSED\)\. .*\n$/)
})

test.runIf(isRoot)('in somebody else’s folder, one sentence says so', async () => {
  const checkout = makeCheckout()
  const asNobody = ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups', '--']
  const running = start(checkout, [...asNobody, node, 'bin/start.cjs'])
  expect(await running.ended).toEqual({ code: 1, signal: null })
  expect(running.output()).toContain(`cannot be installed: ${checkout} is not writable for this user.`)
  expect(running.output()).not.toContain('    at ')
})

const viteConfig = `
export default { root: 'src/web', logLevel: 'warn', build: { outDir: '../../dist/web', emptyOutDir: true } }
`

test('the web interface is built when its sources changed, and only then', async () => {
  const page = 'src/web/index.html'
  const checkout = makeCheckout({ 'vite.config.ts': viteConfig, [page]: '<title>one</title>' })
  linkPackages(checkout)
  const built = async () => {
    const running = start(checkout, [node, 'bin/start.cjs'])
    await runsService(running)
    running.child.kill('SIGTERM')
    await running.ended
    return running.output().includes('Built the web interface')
  }
  expect(await built()).toBe(true)
  expect(await built()).toBe(false)
  writeFileSync(join(checkout, page), '<title>two</title>')
  expect(await built()).toBe(true)
  expect(readFileSync(join(checkout, 'dist/web/index.html'), 'utf8')).toContain('<title>two</title>')
  // The screens read the words of each domain's contract.
  for (const source of ['src/domains/stock/contract/words.ts', 'src/domains/stock/locales/fr.json']) {
    mkdirSync(dirname(join(checkout, source)), { recursive: true })
    writeFileSync(join(checkout, source), '{}')
    expect(await built(), source).toBe(true)
  }
  mkdirSync(join(checkout, 'src/domains/stock/items'))
  writeFileSync(join(checkout, 'src/domains/stock/items/list.ts'), '{}')
  expect(await built()).toBe(false)
})

test('a question about `up` is answered without a build', async () => {
  const checkout = makeCheckout({ 'vite.config.ts': viteConfig, 'src/web/index.html': '<title>one</title>' })
  linkPackages(checkout)
  const running = start(checkout, [node, 'bin/vigie', 'up', '--help'])
  await expect.poll(() => running.output(), { timeout: 15_000 }).toContain('"args":["up","--help"]')
  expect(running.output()).not.toContain('web interface')
  running.child.kill('SIGTERM')
  await running.ended
})

test('a build that fails shows why, in the builder’s words', async () => {
  const script = '<script type="module" src="./nowhere.ts"></script>'
  const checkout = makeCheckout({ 'vite.config.ts': viteConfig, 'src/web/index.html': script })
  linkPackages(checkout)
  const running = start(checkout, [node, 'bin/start.cjs'])
  expect(await running.ended).toEqual({ code: 1, signal: null })
  expect(running.output()).toContain('nowhere.ts')
  expect(running.output()).toMatch(/vigie: The web interface could not be built \(see above\)\. .*\n$/)
})

test('an unknown script is named, with those there are', async () => {
  const running = start(makeCheckout(), [node, 'bin/npm-run.cjs', 'toString'])
  expect(await running.ended).toEqual({ code: 1, signal: null })
  expect(running.output()).toMatch(/There is no script "toString"\. Choose one of test, check, /)
})
