'use strict'
const fs = require('fs')
const path = require('path')
const { root } = require('./runtime.cjs')
const { say } = require('./say.cjs')

const staleAfterMs = 15 * 60 * 1000

/**
 * Runs `work` while no other launcher of this checkout runs its own (two starts at once would install or build over
 * each other). A lock whose holder is dead counts for nothing; in a read-only checkout there is nothing to protect.
 */
async function alone(work) {
  const file = path.join(root, '.cache', 'launcher.lock')
  if (!prepare(file)) return work()
  let hasSaid = false
  while (!take(file)) {
    if (!hasSaid) say('Another start is installing or building in this folder; waiting for it …')
    hasSaid = true
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  try {
    return await work()
  } finally {
    fs.rmSync(file, { force: true })
  }
}

function prepare(file) {
  try {
    fs.mkdirSync(path.dirname(file), { recursive: true })
    fs.accessSync(path.dirname(file), fs.constants.W_OK)
    return true
  } catch {
    return false
  }
}

function take(file) {
  try {
    fs.writeFileSync(file, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
  }
  if (isHeld(file)) return false
  fs.rmSync(file, { force: true })
  return false
}

function isHeld(file) {
  try {
    const age = Date.now() - fs.statSync(file).mtimeMs
    const pid = Number(fs.readFileSync(file, 'utf8'))
    // A lock without a number was taken this very moment.
    return age < staleAfterMs && (pid === 0 || isRunning(pid))
  } catch (error) {
    // Given back this very moment: whoever comes first takes it.
    return error.code === 'ENOENT'
  }
}

function isRunning(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

module.exports = { alone }
