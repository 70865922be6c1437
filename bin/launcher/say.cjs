'use strict'

/** Something that a person must put right; printed as a sentence and what to do, without a stack trace. */
class Refusal extends Error {
  constructor(sentence, remedy) {
    super(`${sentence} ${remedy}`)
  }
}

/** One line for the person who waits. On stderr, since stdout belongs to what the command answers. */
function say(line) {
  process.stderr.write(`${line}\n`)
}

function explain(error) {
  if (error instanceof Refusal) say(`vigie: ${error.message}`)
  else say(`vigie: the launcher failed: ${error && error.stack ? error.stack : error}`)
}

/**
 * A line that shows how far a long step is: rewritten in place on a terminal, and elsewhere repeated every ten
 * seconds. `describe` answers the text. The returned function ends it with a last line.
 */
function showProgress(describe) {
  const isTerminal = Boolean(process.stderr.isTTY)
  const draw = isTerminal ? () => process.stderr.write(`\r\x1b[K${describe()}`) : () => say(describe())
  draw()
  const timer = setInterval(draw, isTerminal ? 250 : 10000)
  return (last) => {
    clearInterval(timer)
    if (isTerminal) process.stderr.write('\r\x1b[K')
    if (last) say(last)
  }
}

module.exports = { Refusal, explain, say, showProgress }
