'use strict'
// The launcher is plain JavaScript, and loads nothing but Node: it must run on the Node that a distribution brings,
// before anything is installed.
const { Refusal, explain } = require('./say.cjs')

const oldestNode = 18

/** Runs one of the launcher's programs and ends with its exit code; what is wrong ends in one sentence. */
function launch(program) {
  Promise.resolve()
    .then(() => {
      refuseOldNode()
      return program(steps())
    })
    .then(
      (ending) => end(ending),
      (error) => {
        explain(error)
        process.exit(1)
      },
    )
}

/** Loaded only once the running Node is known to understand them. */
function steps() {
  const { ensureInstalled, ensureRuntime } = require('./install.cjs')
  const { ensureWebBuilt } = require('./web.cjs')
  const { runProgram, runVigie } = require('./run.cjs')
  return { ensureInstalled, ensureRuntime, ensureWebBuilt, runProgram, runVigie }
}

function refuseOldNode() {
  if (Number.parseInt(process.versions.node, 10) >= oldestNode) return
  throw new Refusal(
    `Vigie cannot be started by Node ${process.versions.node}.`,
    `Install Node ${oldestNode} or newer (Debian 12: apt install nodejs npm); it brings its own runtime then.`,
  )
}

/** Ends as the child ended: by its code, or by the signal that ended it. */
function end(ending) {
  if (ending.signal === null) process.exit(ending.code)
  const polite = ['SIGINT', 'SIGTERM', 'SIGHUP']
  if (polite.indexOf(ending.signal) === -1) process.exit(128 + require('os').constants.signals[ending.signal])
  process.removeAllListeners(ending.signal)
  process.kill(process.pid, ending.signal)
}

module.exports = { launch }
