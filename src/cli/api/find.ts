import { didYouMean } from '#kernel/config/nearest'
import type { Operation } from '#kernel/operations'
import { allOperations } from '../openapi.ts'
import { Mistake } from './mistake.ts'

const asTyped = ({ name }: { name: string }) => name.replaceAll('.', ' ')

/**
 * The operation of these words, or those below them where they name only a noun.
 * @throws Mistake for words that lead nowhere, naming what there is.
 */
export function findOperations(names: readonly string[]): Operation | Operation[] {
  const all = allOperations() as unknown as Operation[]
  const name = names.join('.')
  const exact = all.find((one) => one.name === name)
  if (exact) return exact
  const below = name === '' ? all : all.filter((one) => one.name.startsWith(`${name}.`))
  if (below.length > 0) return below
  throw unknownOperation(all, names)
}

function unknownOperation(all: readonly Operation[], names: readonly string[]): Mistake {
  const [noun = '', ...verb] = names
  const verbs = all
    .filter((one) => one.name.startsWith(`${noun}.`))
    .map((one) => one.name.slice(noun.length + 1))
  if (verbs.length > 0)
    return new Mistake(
      `${noun} has no operation "${verb.join(' ')}"${didYouMean(verb.join('.'), verbs)}\n` +
        `       There are: ${listed(verbs)}.`,
    )
  const nouns = [...new Set(all.map((one) => one.name.split('.')[0]!))]
  return new Mistake(
    `there is no operation "${names.join(' ')}"${didYouMean(noun, nouns)}\n       Nouns are: ${listed(nouns)}.`,
  )
}

const listed = (words: readonly string[]) => words.toSorted().join(', ').replaceAll('.', ' ')

export function operationList(shown: readonly Operation[]): string {
  const width = Math.max(...shown.map(({ name }) => name.length))
  const lines = shown.map((one) => `  ${asTyped(one).padEnd(width + 2)}${one.summary}`)
  return `Usage: vigie api NOUN VERB [--field value …]\n\n${lines.toSorted().join('\n')}\n`
}
