import type { Command } from 'commander'

/**
 * A sentence on the first word that is no command, with those that there are; null where all are. Commander answers
 * `--help` before it looks at the words, as if a mistyped command existed.
 */
export function unknownCommand(program: Command, words: readonly string[]): string | null {
  let reached = program
  for (const word of words) {
    const known = reached.commands
    if (word.startsWith('-') || word === 'help' || known.length === 0) return null
    const next = known.find((command) => command.name() === word)
    const path = [...pathOf(reached), word].join(' ')
    if (!next) {
      const names = known.map((command) => command.name()).join(', ')
      return `there is no command "${path}"; there are ${names}. \`vigie --help\` says what they do.`
    }
    reached = next
  }
  return null
}

function pathOf(command: Command): string[] {
  return command.parent ? [...pathOf(command.parent), command.name()] : []
}
