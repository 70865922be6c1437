'use strict'
const fs = require('fs')
const path = require('path')
const { createHash } = require('crypto')
const { ending, passSignals, spawnBound } = require('./child.cjs')
const { alone } = require('./lock.cjs')
const { npmCommand } = require('./npm.cjs')
const { installFault } = require('./npm-fault.cjs')
const { findRuntime, root } = require('./runtime.cjs')
const { showProgress } = require('./say.cjs')

const modules = path.join(root, 'node_modules')
const stamp = path.join(modules, '.vigie-installed')

/** Installs the packages when package-lock.json is not the one they were installed from. */
async function ensureInstalled() {
  if (!isInstalled()) await alone(async () => isInstalled() || install())
}

/** Installs only where nothing could run without it. */
async function ensureRuntime() {
  if (!fs.existsSync(modules) || !findRuntime()) await ensureInstalled()
}

function isInstalled() {
  const hash = lockHash()
  if (readText(stamp) === hash) return true
  // Installed by somebody's own `npm ci`: npm leaves a lock of what it installed, and writes it last.
  if (!matchesLock()) return false
  writeStamp(hash)
  return true
}

function matchesLock() {
  const installed = readJson(path.join(modules, '.package-lock.json'))
  if (!installed) return false
  const wanted = readJson(path.join(root, 'package-lock.json')).packages
  const isSame = (name) =>
    installed.packages[name] !== undefined && installed.packages[name].version === wanted[name].version
  const names = Object.keys(wanted).filter((name) => name !== '' && !wanted[name].optional)
  const development = names.filter((name) => wanted[name].dev || wanted[name].devOptional)
  const hasDevelopment = development.some((name) => installed.packages[name] !== undefined)
  return names.every((name) => isSame(name) || (!hasDevelopment && development.indexOf(name) !== -1))
}

async function install() {
  refuseReadOnly()
  const began = Date.now()
  const total = Object.keys(readJson(path.join(root, 'package-lock.json')).packages).length
  const seconds = () => Math.round((Date.now() - began) / 1000)
  const finish = showProgress(
    () =>
      `Installing ${total} packages (once, about half a minute): ${countInstalled()} there, ${seconds()} s …`,
  )
  try {
    await runCi()
    finish(`Installed ${total} packages in ${seconds()} s.`)
  } catch (error) {
    finish()
    throw error
  }
  writeStamp(lockHash())
}

async function runCi() {
  const [file, ...first] = npmCommand()
  // `ci`, since npm 10's `install` rewrites the lock; development packages too, since they build the screens.
  const flags = ['ci', '--include=dev', '--loglevel=error', '--no-audit', '--no-fund', '--no-progress']
  const retries = ['--fetch-retry-mintimeout=2000', '--fetch-retry-maxtimeout=10000']
  const child = spawnBound(file, first.concat(flags, retries), {
    cwd: root,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const stopPassing = passSignals(child)
  let stderr = ''
  child.stderr.setEncoding('utf8').on('data', (text) => (stderr = (stderr + text).slice(-20000)))
  const { code, signal } = await ending(child).catch((error) => ({ code: error.code, signal: null }))
  stopPassing()
  if (code !== 0) throw installFault(code, signal, stderr)
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

/** Packages that are there by now, scopes counted by their packages. */
function countInstalled() {
  const names = listFolder(modules).filter((name) => name[0] !== '.')
  return names.reduce(
    (count, name) => count + (name[0] === '@' ? listFolder(path.join(modules, name)).length : 1),
    0,
  )
}

function listFolder(folder) {
  try {
    return fs.readdirSync(folder)
  } catch {
    return []
  }
}

function lockHash() {
  return createHash('sha256')
    .update(fs.readFileSync(path.join(root, 'package-lock.json')))
    .digest('hex')
}

function writeStamp(hash) {
  try {
    fs.writeFileSync(stamp, hash)
  } catch {
    // Packages that belong to somebody else are looked at afresh each time, which takes some milliseconds.
  }
}

function readText(file) {
  try {
    return fs.readFileSync(file, 'utf8')
  } catch {
    return null
  }
}

function readJson(file) {
  const text = readText(file)
  return text === null ? null : JSON.parse(text)
}

module.exports = { ensureInstalled, ensureRuntime }
