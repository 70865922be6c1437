'use strict'
const { spawn } = require('child_process')
const fs = require('fs')

/**
 * Starts a program that gets SIGTERM when this launcher dies, even by kill -9, where util-linux is there to ask the
 * kernel for it. (Vigie itself has a channel for that, which needs nothing: run.cjs.)
 */
function spawnBound(file, args, options) {
  const setpriv = ['/usr/bin/setpriv', '/bin/setpriv'].find((candidate) => fs.existsSync(candidate))
  if (!setpriv) return spawn(file, args, options)
  return spawn(setpriv, ['--pdeathsig=TERM', '--', file].concat(args), options)
}

/** Resolves with how the child ended; rejects when it could not be started. */
function ending(child) {
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code, signal) => resolve({ code, signal }))
  })
}

/**
 * Passes on the wish to end. A terminal's Ctrl-C reaches the child by itself, so SIGINT is only passed on where
 * there is no terminal. Returns a function that stops doing so.
 */
function passSignals(child) {
  const pass = (signal) => child.kill(signal)
  const interrupt = (signal) => {
    if (!process.stdin.isTTY) child.kill(signal)
  }
  process.on('SIGTERM', pass)
  process.on('SIGHUP', pass)
  process.on('SIGINT', interrupt)
  return () => {
    process.removeListener('SIGTERM', pass)
    process.removeListener('SIGHUP', pass)
    process.removeListener('SIGINT', interrupt)
  }
}

module.exports = { ending, passSignals, spawnBound }
