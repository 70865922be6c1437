import type { Separator } from './write.ts'

const candidates: readonly Separator[] = [';', ',', '\t']

/**
 * What separates the cells: what Excel's own first line says (`sep=;`), else the candidate that stands most often,
 * outside quotes, in the first line that holds anything.
 */
export function findSeparator(text: string): { separator: Separator; rest: string } {
  const said = /^sep=([;,\t])\r?\n/i.exec(text)
  if (said) return { separator: said[1] as Separator, rest: text.slice(said[0].length) }
  const counts = new Map<string, number>(candidates.map((candidate) => [candidate, 0]))
  let isQuoted = false
  let began = false
  for (const character of text) {
    if (character === '"') isQuoted = !isQuoted
    else if (!isQuoted && (character === '\n' || character === '\r')) {
      if (began) break
    } else if (!isQuoted && counts.has(character)) counts.set(character, counts.get(character)! + 1)
    if (character.trim() !== '') began = true
  }
  const best = candidates.reduce((one, other) => (counts.get(other)! > counts.get(one)! ? other : one))
  return { separator: counts.get(best)! > 0 ? best : ',', rest: text }
}
