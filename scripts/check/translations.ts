import { Visitor, type Expression } from 'oxc-parser'
import { placeOf } from './imports/places.ts'
import { readLocales, withoutPlural } from './locales.ts'
import type { Check, Finding } from './outcome.ts'
import { readSources, type SourceFile } from './source.ts'

/** A key as code names it: whole, or the fixed beginning of one that is computed. */
interface KeyUse {
  key: string
  isWhole: boolean
  line: number
}

/** What `useTranslation()` reads: `defaultNS` of src/web/i18n.ts. */
const defaultNamespace = 'web'

/** The keys of a namespace, plural endings taken away. */
type Keys = Map<string, Set<string>>

/**
 * Translation keys that the code names and no language has. Read are `t('key')` in a file with one
 * `useTranslation('namespace')`, and every text that begins with a namespace (`'estate:site.name'`), wherever it
 * stands. Of a computed key (`t(\`kind.${kind}\`)`) the fixed beginning must lead somewhere.
 */
export function findUnknownKeys(root: string, sources: SourceFile[] = readSources(root)): Finding[] {
  const keys: Keys = new Map()
  for (const { namespace, en } of readLocales(root))
    keys.set(namespace, new Set([...en.keys()].flatMap((key) => [key, withoutPlural(key)])))
  return sources
    .filter(({ path }) => path.startsWith('src/') && !placeOf(path).isTest)
    .flatMap((file) => {
      const { namespaces, uses } = readUses(file)
      return uses.flatMap((use) => {
        const why = unknown(use, namespaces, keys)
        return why ? [{ where: `${file.path}:${use.line}`, message: why }] : []
      })
    })
}

function unknown({ key, isWhole }: KeyUse, namespaces: string[], keys: Keys): string | undefined {
  const [, named, rest] = /^([a-z-]+):(.*)$/s.exec(key) ?? []
  if (named !== undefined && rest !== undefined) {
    const known = keys.get(named)
    return !known || has(known, rest, isWhole) ? undefined : `no text ${named}:${rest}${isWhole ? '' : '…'}`
  }
  const known = namespaces.flatMap((namespace) => [...(keys.get(namespace) ?? [])])
  if (known.length === 0 || has(new Set(known), key, isWhole)) return undefined
  return `no text ${key}${isWhole ? '' : '…'} in ${namespaces.join(', ')}`
}

function has(known: Set<string>, key: string, isWhole: boolean): boolean {
  if (isWhole && known.has(key)) return true
  const beginning = isWhole ? `${key}.` : key
  return [...known].some((candidate) => candidate.startsWith(beginning))
}

function readUses(file: SourceFile): { namespaces: string[]; uses: KeyUse[] } {
  const namespaces = new Set<string>()
  const uses: KeyUse[] = []
  const add = (node: Expression, isKey: boolean) => {
    for (const { text, isWhole } of fixedTexts(node)) {
      const names =
        /^[a-z-]+:[a-zA-Z][\w.-]*$/.test(text) || (!isWhole && /^[a-z-]+:[a-zA-Z][\w.-]*$/.test(text))
      if (isKey ? text !== '' : names) uses.push({ key: text, isWhole, line: file.lineAt(node.start) })
    }
  }
  const asKeys = new Set<Expression>()
  new Visitor({
    CallExpression(node) {
      const [first] = node.arguments
      const name = calledName(node.callee)
      if (name === 'useTranslation' && !first) namespaces.add(defaultNamespace)
      if (!first || first.type === 'SpreadElement') return
      if (name === 'useTranslation') for (const { text } of fixedTexts(first)) namespaces.add(text)
      if (name !== 't') return
      asKeys.add(first)
      add(first, true)
    },
    JSXAttribute(node) {
      if (node.name.name === 'i18nKey' && node.value?.type === 'Literal') {
        asKeys.add(node.value)
        add(node.value, true)
      }
    },
    Literal(node) {
      if (!asKeys.has(node)) add(node, false)
    },
    TemplateLiteral(node) {
      if (!asKeys.has(node)) add(node, false)
    },
  }).visit(file.program)
  return { namespaces: [...namespaces], uses }
}

function calledName(callee: Expression): string | undefined {
  if (callee.type === 'Identifier') return callee.name
  if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return undefined
  return callee.property.name
}

/** The texts that an expression can be, as far as they can be read: of a choice, both. */
function fixedTexts(node: Expression): { text: string; isWhole: boolean }[] {
  if (node.type === 'Literal')
    return typeof node.value === 'string' ? [{ text: node.value, isWhole: true }] : []
  if (node.type === 'ConditionalExpression')
    return [...fixedTexts(node.consequent), ...fixedTexts(node.alternate)]
  if (node.type === 'ArrayExpression')
    return node.elements.flatMap((element) =>
      element && element.type !== 'SpreadElement' ? fixedTexts(element) : [],
    )
  if (node.type !== 'TemplateLiteral') return []
  return [{ text: node.quasis[0]?.value.cooked ?? '', isWhole: node.expressions.length === 0 }]
}

export const translationsCheck: Check = {
  name: 'translations',
  proves: 'every translation key that the code names exists',
  run: ({ root, sources }) => ({ findings: findUnknownKeys(root, sources()) }),
}
