'use strict'
const fs = require('fs')
const path = require('path')
const { ending, passSignals, spawnBound } = require('./child.cjs')
const { isInstalled, markInstalled, modules, readLock } = require('./installed.cjs')
const { alone } = require('./lock.cjs')
const { npmCommand } = require('./npm.cjs')
const { installFault } = require('./npm-fault.cjs')
const { findRuntime, root } = require('./runtime.cjs')
const { showProgress } = require('./say.cjs')

/** Installs the packages when package-lock.json is not the one they were installed from. */
async function ensureInstalled() {
  if (!isInstalled()) await alone(async () => isInstalled() || install())
}

/** Installs only where nothing could run without it. */
async function ensureRuntime() {
  if (!fs.existsSync(modules) || !findRuntime()) await ensureInstalled()
}

async function install() {
  refuseReadOnly()
  const began = Date.now()
  const seconds = () => Math.round((Date.now() - began) / 1000)
  const finish = showProgress(
    () => `Installing packages (once, half a minute or more): ${countInstalled()} unpacked, ${seconds()} s …`,
  )
  try {
    await runCi()
  } catch (error) {
    finish()
    throw error
  }
  finish(`Packages installed: ${countInstalled()}, in ${seconds()} s.`)
  markInstalled()
}

async function runCi() {
  const [file, ...first] = npmCommand()
  // `ci`, since npm 10's `install` rewrites the lock; development packages too, since they build the screens.
  const flags = ['ci', '--include=dev', '--loglevel=error', '--no-audit', '--no-fund', '--no-progress']
  const retries = ['--fetch-retry-mintimeout=2000', '--fetch-retry-maxtimeout=10000']
  const options = { cwd: root, env: npmEnvironment(), stdio: ['ignore', 'ignore', 'pipe'] }
  const child = spawnBound(file, first.concat(flags, retries), options)
  const stopPassing = passSignals(child)
  let stderr = ''
  child.stderr.setEncoding('utf8').on('data', (text) => (stderr = (stderr + text).slice(-20000)))
  const { code, signal } = await ending(child).catch((error) => ({ code: error.code, signal: null }))
  stopPassing()
  if (code !== 0) throw installFault(code, signal, stderr)
}

/** npm's environment, in which it chooses the packages for the runtime that comes with them (as-runtime.cjs). */
function npmEnvironment() {
  const runtime = readLock().packages[`node_modules/node-${process.platform}-${process.arch}`]
  const running = Number.parseInt(process.versions.node, 10)
  if (!runtime || running >= Number.parseInt(runtime.version, 10)) return process.env
  const preload = `--require ${JSON.stringify(path.join(__dirname, 'as-runtime.cjs'))}`
  return Object.assign({}, process.env, {
    NODE_OPTIONS: `${process.env.NODE_OPTIONS || ''} ${preload}`.trim(),
    VIGIE_RUNTIME_VERSION: `v${runtime.version}`,
  })
}

function refuseReadOnly() {
  for (const folder of [root, modules].filter((candidate) => fs.existsSync(candidate))) {
    try {
      fs.accessSync(folder, fs.constants.W_OK)
    } catch (error) {
      throw installFault(error.code, null, `${error.code} ${folder}`)
    }
  }
}

/** Packages that are unpacked by now; npm makes their folders first. */
function countInstalled() {
  const names = listFolder(modules).filter((name) => name[0] !== '.')
  const packages = names.flatMap((name) =>
    name[0] === '@' ? listFolder(path.join(modules, name)).map((inner) => path.join(name, inner)) : [name],
  )
  return packages.filter((name) => fs.existsSync(path.join(modules, name, 'package.json'))).length
}

function listFolder(folder) {
  try {
    return fs.readdirSync(folder)
  } catch {
    return []
  }
}

module.exports = { ensureInstalled, ensureRuntime }
