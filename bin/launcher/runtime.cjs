'use strict'
const { createRequire } = require('module')
const fs = require('fs')
const path = require('path')
const { Refusal } = require('./say.cjs')

/** The major version of Node that Vigie is written for, and that its packages bring. */
const runtimeMajor = 24

const root = path.resolve(__dirname, '..', '..')

/**
 * The pinned Node in node_modules, else the running one if it is new enough, else null.
 * Not node_modules/.bin/node: npm 10's `ci` does not make that link.
 */
function findRuntime() {
  const name = `node-${process.platform}-${process.arch}`
  try {
    const found = createRequire(path.join(root, 'package.json')).resolve(`${name}/package.json`)
    if (isGlibc()) return path.join(path.dirname(found), 'bin', 'node')
  } catch (error) {
    if (error.code !== 'MODULE_NOT_FOUND') throw error
  }
  return Number.parseInt(process.versions.node, 10) >= runtimeMajor ? process.execPath : null
}

function requireRuntime() {
  const runtime = findRuntime()
  if (runtime) return runtime
  throw new Refusal(
    `Vigie has no runtime of its own for this machine (${process.platform} ${process.arch}).`,
    `Install Node ${runtimeMajor} or newer and start it again.`,
  )
}

/** The pinned runtime asks for glibc's loader; where there is none (Alpine has musl), it does not even begin. */
function isGlibc() {
  const loaders = { x64: '/lib64/ld-linux-x86-64.so.2', arm64: '/lib/ld-linux-aarch64.so.1' }
  const loader = loaders[process.arch]
  return process.platform !== 'linux' || loader === undefined || fs.existsSync(loader)
}

module.exports = { findRuntime, isGlibc, requireRuntime, root }
