/** A text as two people would write it alike: without case, accents, typographic apostrophes and doubled spaces. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('’', "'")
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replaceAll(/[\s\u00a0\u202f]+/g, ' ')
    .trim()
}
