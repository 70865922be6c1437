'use strict'
const fs = require('fs')
const path = require('path')

/** How to run npm: the one that runs us, through the same Node, else whichever the PATH has. */
function npmCommand() {
  const running = process.env.npm_execpath
  if (running && path.basename(running) === 'npm-cli.js') return [process.execPath, running]
  return ['npm']
}

/**
 * Calls `callback` when the npm that started us is gone: killed by kill -9, it leaves its scripts running, although
 * the person has their prompt back. Returns a function that stops watching.
 */
function whenNpmDies(callback) {
  const npm = process.env.npm_lifecycle_event ? findNpm() : null
  if (!npm) return () => {}
  const timer = setInterval(() => {
    const now = look(npm.pid)
    if (now && now.startedAt === npm.startedAt) return
    clearInterval(timer)
    callback()
  }, 500)
  return () => clearInterval(timer)
}

/** npm is our parent, or that of the shell between us; it names its own process "npm …". */
function findNpm() {
  let found = look(process.ppid)
  for (let level = 0; found && level < 3; level += 1) {
    if (found.name.indexOf('npm') === 0) return found
    found = look(found.parent)
  }
  return null
}

/** What proc(5) says of a process: after its name in brackets, field 4 is the parent and 22 the start time. */
function look(pid) {
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8')
    const close = stat.lastIndexOf(')')
    const fields = stat.slice(close + 2).split(' ')
    if (fields[0] === 'Z') return null
    return {
      pid,
      name: stat.slice(stat.indexOf('(') + 1, close),
      parent: Number(fields[1]),
      startedAt: fields[19],
    }
  } catch {
    return null
  }
}

module.exports = { npmCommand, whenNpmDies }
