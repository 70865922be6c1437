/** Words that say nothing of what is sought: "ajouter un site" is "ajouter site". */
const fillers: ReadonlySet<string> = new Set(
  'a an and the to of my in un une le la les l des du de d et en mon ma mes au aux se'.split(' '),
)

/** Every word that is typed begins a word of the label, accents, case and small words aside. */
export function fits(label: string, typed: string): boolean {
  const words = wordsOf(label)
  const parts = wordsOf(typed)
  const telling = parts.filter((part, at) => !fillers.has(part) || (parts.length === 1 && at === 0))
  return telling.every((part) => words.some((word) => word.startsWith(part)))
}

function wordsOf(text: string): string[] {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLocaleLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
}
