'use strict'
const fs = require('fs')
const path = require('path')
const { createHash } = require('crypto')
const { ending, passSignals, spawnBound } = require('./child.cjs')
const { alone } = require('./lock.cjs')
const { requireRuntime, root } = require('./runtime.cjs')
const { Refusal, showProgress } = require('./say.cjs')

const output = path.join(root, 'dist', 'web')
const stamp = path.join(output, '.sources')
const builder = path.join(root, 'node_modules', 'vite', 'bin', 'vite.js')
const recipe = path.join(root, 'vite.config.ts')

/** Builds the web interface when its sources are not those it was built from. */
async function ensureWebBuilt() {
  if (!isStale()) return
  if (![builder, recipe].every((file) => fs.existsSync(file))) return refuseUnbuilt()
  await alone(async () => {
    if (isStale()) await build()
  })
}

function isStale() {
  return !fs.existsSync(path.join(output, 'index.html')) || readText(stamp) !== sourceHash()
}

/** Without builder or sources (a packaged Vigie), the interface that came along is the one to serve. */
function refuseUnbuilt() {
  if (fs.existsSync(path.join(output, 'index.html'))) return
  throw new Refusal(
    'The web interface is not built, and the packages that build it are not installed.',
    'Run `npm ci --include=dev`, then start again.',
  )
}

async function build() {
  const hash = sourceHash()
  const began = Date.now()
  const finish = showProgress(
    () => `Building the web interface: ${Math.round((Date.now() - began) / 1000)} s …`,
  )
  // The runner reads vite.config.ts without writing beside it: node_modules may belong to somebody else.
  const args = [builder, 'build', '--configLoader', 'runner', '--logLevel', 'warn']
  const child = spawnBound(requireRuntime(), args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
  const stopPassing = passSignals(child)
  let said = ''
  child.stdout.setEncoding('utf8').on('data', (text) => (said += text))
  child.stderr.setEncoding('utf8').on('data', (text) => (said += text))
  const { code, signal } = await ending(child)
  stopPassing()
  if (signal) {
    finish()
    throw new Refusal('The build of the web interface was interrupted.', 'Start again to finish it.')
  }
  if (code !== 0) {
    finish(said.trim())
    throw buildFault(said)
  }
  finish(`Built the web interface in ${((Date.now() - began) / 1000).toFixed(1)} s.`)
  fs.writeFileSync(stamp, hash)
}

function buildFault(said) {
  if (/EACCES|EROFS/.test(said)) {
    return new Refusal(
      `The web interface cannot be built: ${root} is not writable for this user.`,
      'Start once as the user that owns it, or copy Vigie into a folder of your own.',
    )
  }
  if (/ENOSPC/.test(said)) return new Refusal('The disk is full.', 'Free some space, then start again.')
  return new Refusal(
    'The web interface could not be built (see above).',
    'Put its sources right, then start again.',
  )
}

/** A hash over the content of everything that the build reads, its packages included. */
function sourceHash() {
  const hash = createHash('sha256')
  for (const file of sources()) {
    hash.update(`${path.relative(root, file)}\0`)
    hash.update(fs.readFileSync(file))
  }
  return hash.digest('hex')
}

function sources() {
  const domains = path.join(root, 'src', 'domains')
  const kernel = path.join(root, 'src', 'kernel')
  const ofDomains = list(domains).map((name) => [
    path.join(domains, name, 'web'),
    path.join(domains, name, 'locales'),
    path.join(domains, name, 'contract.ts'),
    path.join(domains, name, 'contract'),
  ])
  // Contracts define their events by the kernel's own words.
  const ofKernel = ['events', 'locales'].map((name) => path.join(kernel, name))
  const ofRoot = ['package-lock.json', 'vite.config.ts', 'index.html', 'src/web'].map((name) =>
    path.join(root, name),
  )
  return [].concat(...ofDomains, ofKernel, ofRoot).flatMap(filesIn)
}

/** The files under a folder, or the file itself; tests do not change what is built. */
function filesIn(place) {
  const found = fs.statSync(place, { throwIfNoEntry: false })
  if (!found || /\.test\.tsx?$/.test(place)) return []
  if (found.isFile()) return [place]
  return list(place).flatMap((name) => filesIn(path.join(place, name)))
}

function list(folder) {
  return fs.existsSync(folder) ? fs.readdirSync(folder).sort() : []
}

function readText(file) {
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : null
}

module.exports = { ensureWebBuilt }
