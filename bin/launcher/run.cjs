'use strict'
const { spawn } = require('child_process')
const path = require('path')
const { ending, passSignals, spawnBound } = require('./child.cjs')
const { whenNpmDies } = require('./npm.cjs')
const { requireRuntime, root } = require('./runtime.cjs')

/** The command that runs until it is told to stop. */
const service = 'up'

/** Runs src/main.ts with the pinned runtime, in the folder of the person who typed the command. */
function runVigie(args) {
  const main = [path.join(root, 'src', 'main.ts')].concat(args)
  return args[0] === service ? runService(main) : runToEnd(main, process.cwd())
}

/** Runs a program of the checkout with the pinned runtime. */
function runProgram(args) {
  return runToEnd(args, root)
}

async function runToEnd(args, cwd) {
  const child = spawnBound(requireRuntime(), args, { cwd, env: environment(), stdio: 'inherit' })
  const stopPassing = passSignals(child)
  const result = await ending(child)
  stopPassing()
  return result
}

/**
 * A service has a channel to its launcher. Its end tells the service that the launcher is gone, however it went; a
 * word on it asks the service to stop. Signals would not do: a terminal and systemd send theirs to the whole group,
 * and the service would take the launcher's for a second, impatient one.
 */
async function runService(args) {
  const stdio = ['inherit', 'inherit', 'inherit', 'ipc']
  const child = spawn(requireRuntime(), args, { cwd: process.cwd(), env: environment(), stdio })
  const askToStop = () => {
    if (child.connected) child.send('stop', () => {})
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, askToStop)
  const stopWatching = whenNpmDies(askToStop)
  const result = await ending(child)
  stopWatching()
  return result
}

function environment() {
  const cache = path.join(root, 'node_modules', '.cache', 'vigie-compiled')
  return Object.assign({ NODE_COMPILE_CACHE: cache }, process.env)
}

module.exports = { runProgram, runVigie }
