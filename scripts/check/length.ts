import type { Check } from './outcome.ts'

const mostLines = 400

export const lengthCheck: Check = {
  name: 'length',
  proves: `no source file is longer than ${mostLines} lines (warned)`,
  run({ sources }) {
    const long = sources()
      .map(({ path, text, lineAt }) => ({ path, lines: lineAt(text.length) }))
      .filter(({ lines }) => lines > mostLines)
    return {
      findings: long.map(({ path, lines }) => ({
        where: path,
        message: `${lines} lines: split it, or say why`,
        level: 'warning',
      })),
    }
  },
}
