/** `; did you mean "x"?` for the known name nearest to a mistyped one, or nothing where none is near. */
export function didYouMean(name: string, known: readonly string[]): string {
  const ranked = known
    .map((word) => ({ word, distance: distance(name.toLowerCase(), word.toLowerCase()) }))
    .toSorted((a, b) => a.distance - b.distance)
  const best = ranked[0]
  return best && best.distance <= Math.max(2, name.length / 3) ? `; did you mean "${best.word}"?` : ''
}

/** Edits (insert, delete, replace) that turn one word into the other (Levenshtein 1966). */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (const [i, letter] of [...from].entries()) {
    const next = [i + 1]
    for (const [j, other] of [...to].entries()) {
      next.push(Math.min(next[j]! + 1, row[j + 1]! + 1, row[j]! + (letter === other ? 0 : 1)))
    }
    row = next
  }
  return row.at(-1)!
}
