import { Mistake } from './mistake.ts'

export interface Words {
  /** The operation's noun and verb, as typed. */
  names: string[]
  /** Each flag with what it was given, in the order of typing; `true` where nothing followed. */
  fields: Map<string, string[]>
  wantsHelp: boolean
}

/** Splits what was typed after `vigie api`: `--key value`, `--key=value` and `--key` alone. */
export function readWords(words: readonly string[]): Words {
  const names: string[] = []
  const fields = new Map<string, string[]>()
  let wantsHelp = false
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index]!
    if (word === '--help' || word === '-h') wantsHelp = true
    else if (word.startsWith('--')) {
      const [key = '', inline] = word.slice(2).split(/=(.*)/s)
      const next = words[index + 1]
      const hasNext = inline === undefined && next !== undefined && !next.startsWith('--')
      const value = inline ?? (hasNext ? next : 'true')
      if (hasNext) index += 1
      fields.set(camel(key), [...(fields.get(camel(key)) ?? []), value])
    } else if (word.startsWith('-')) throw new Mistake(`"${word}" is no flag; flags begin with two dashes`)
    else names.push(word)
  }
  return { names, fields, wantsHelp }
}

const camel = (word: string) => word.replaceAll(/-(\w)/g, (_all, letter: string) => letter.toUpperCase())
export const kebab = (word: string) => word.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
