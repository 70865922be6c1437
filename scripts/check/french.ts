const narrow = '\u202f'
const wide = '\u00a0'

/**
 * A French text with the spaces that French typography asks for: U+202F before `;` `!` `?`, U+00A0 before `:`, none of
 * them an ordinary space, and U+00A0 or U+202F inside « » and before `%`. A sign inside a word, an address, a time or a
 * format (`https://`, `12:30`, `?q=`) is left alone, and so is one that begins the text or follows an opening sign.
 */
export function withFrenchSpaces(text: string): string {
  return text
    .replace(/&\w+;|[ \u00a0\u202f]*[;!?]+(?=$|[\s)\]»"”'’<{.…,])/g, (sign, at: number) =>
      sign.startsWith('&') ? sign : spaced(sign, at, text, narrow),
    )
    .replace(/[ \u00a0\u202f]*:(?=$|[\s<])/g, (sign, at: number) => spaced(sign, at, text, wide))
    .replace(/« /g, `«${wide}`)
    .replace(/«(?=[^\s])/g, `«${wide}`)
    .replace(/ »/g, `${wide}»`)
    .replace(/(?<=[^\s])»/g, `${wide}»`)
    .replace(/(?<=[\d}]) %/g, `${narrow}%`)
}

function spaced(sign: string, at: number, text: string, space: string): string {
  const before = text[at - 1]
  const bare = sign.trimStart()
  const opens = before === undefined || /[:([{«"“'‘\s/>]/.test(before)
  return opens && sign === bare ? sign : space + bare
}

/** The text with its special spaces shown, for a message: `Supprimer[202F]?`. */
export function showSpaces(text: string): string {
  return text.replaceAll(narrow, '[202F]').replaceAll(wide, '[A0]')
}
