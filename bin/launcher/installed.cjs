'use strict'
const fs = require('fs')
const path = require('path')
const { createHash } = require('crypto')
const { isGlibc, root } = require('./runtime.cjs')

const modules = path.join(root, 'node_modules')
const stamp = path.join(modules, '.vigie-installed')

/** Whether node_modules holds what package-lock.json says. */
function isInstalled() {
  if (readText(stamp) === lockHash()) return true
  // Installed by somebody's own `npm ci`: npm leaves a lock of what it installed, and writes it last.
  const installed = readJson(path.join(modules, '.package-lock.json'))
  if (!installed || !matches(installed.packages, readLock().packages)) return false
  markInstalled()
  return true
}

function markInstalled() {
  try {
    fs.writeFileSync(stamp, lockHash())
  } catch {
    // Packages that belong to somebody else are looked at afresh each time, which takes some milliseconds.
  }
}

/** What counts: every package but those for other machines, and for development either all or none. */
function matches(installed, wanted) {
  const names = Object.keys(wanted).filter((name) => name !== '' && isForHere(wanted[name]))
  const isDevelopment = (name) => Boolean(wanted[name].dev || wanted[name].devOptional)
  const hasDevelopment = names.some((name) => isDevelopment(name) && installed[name])
  return names.every((name) => {
    if (!hasDevelopment && isDevelopment(name)) return true
    return installed[name] !== undefined && installed[name].version === wanted[name].version
  })
}

/**
 * Whether a package is one for this machine. Of the optional ones only the compiled are sure to be needed, and an
 * npm that an old Node runs leaves them out.
 */
function isForHere(entry) {
  if (!entry.optional) return true
  const names = (list, value) => Array.isArray(list) && list.indexOf(value) !== -1
  const fitsLibc = !entry.libc || names(entry.libc, isGlibc() ? 'glibc' : 'musl')
  return names(entry.os, process.platform) && names(entry.cpu, process.arch) && fitsLibc
}

function readLock() {
  return readJson(path.join(root, 'package-lock.json'))
}

function lockHash() {
  return createHash('sha256')
    .update(fs.readFileSync(path.join(root, 'package-lock.json')))
    .digest('hex')
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

module.exports = { isInstalled, markInstalled, modules, readLock }
