import { Visitor, type Expression } from 'oxc-parser'
import type { SourceFile } from '../source.ts'

/** One place where a file names another module. */
export interface Reference {
  /** As written; only its fixed beginning where the rest is computed. */
  specifier: string
  /** False where part of the specifier is computed. */
  isWhole: boolean
  isTypeOnly: boolean
  line: number
}

/**
 * Every module that a file names: imports and re-exports, of values and of types, `import('x')` as a call and as a
 * type, `require`, `import.meta.resolve`, code that is started by URL (workers), and Vite's `import.meta.glob`, each of
 * its stars taken for one folder.
 */
export function referencesOf(file: SourceFile): Reference[] {
  const found: Reference[] = []
  const add = (start: number, specifier: string, isTypeOnly = false, isWhole = true) =>
    found.push({ specifier, isWhole, isTypeOnly, line: file.lineAt(start) })
  const addComputed = (start: number, source: Expression) => {
    const { text, isWhole } = fixedBeginning(source)
    add(start, text, false, isWhole)
  }
  new Visitor({
    ImportDeclaration: (node) => add(node.start, node.source.value, node.importKind === 'type'),
    ExportAllDeclaration: (node) => add(node.start, node.source.value, node.exportKind === 'type'),
    ExportNamedDeclaration(node) {
      if (node.source) add(node.start, node.source.value, node.exportKind === 'type')
    },
    TSImportType: (node) => add(node.start, node.source.value, true),
    TSExternalModuleReference: (node) => add(node.start, node.expression.value),
    ImportExpression: (node) => addComputed(node.start, node.source),
    CallExpression(node) {
      const [first] = node.arguments
      if (!first || first.type === 'SpreadElement') return
      const loader = loaderOf(node.callee)
      if (loader === 'glob') for (const path of globs(first)) add(node.start, path.replace(/\*+/g, 'any'))
      else if (loader) addComputed(node.start, first)
    },
    NewExpression(node) {
      const [first] = node.arguments
      if (node.callee.type !== 'Identifier' || node.callee.name !== 'URL' || first?.type !== 'Literal') return
      if (typeof first.value === 'string' && /^\..*\.[cm]?[jt]sx?$/.test(first.value))
        add(node.start, first.value)
    },
  }).visit(file.program)
  return found
}

/** `require`, and what `import.meta` can load. */
function loaderOf(callee: Expression): 'require' | 'resolve' | 'glob' | undefined {
  if (callee.type === 'Identifier') return callee.name === 'require' ? 'require' : undefined
  if (callee.type !== 'MemberExpression' || callee.object.type !== 'MetaProperty') return undefined
  const name = callee.property.type === 'Identifier' ? callee.property.name : ''
  return name === 'resolve' || name === 'glob' ? name : undefined
}

/** The patterns of `import.meta.glob('…')` or `import.meta.glob(['…', '!…'])`; Vite takes nothing but literals. */
function globs(first: Expression): string[] {
  const patterns = first.type === 'ArrayExpression' ? first.elements : [first]
  return patterns.flatMap((pattern) =>
    pattern?.type === 'Literal' && typeof pattern.value === 'string' && !pattern.value.startsWith('!')
      ? [pattern.value]
      : [],
  )
}

function fixedBeginning(source: Expression): { text: string; isWhole: boolean } {
  if (source.type === 'Literal' && typeof source.value === 'string')
    return { text: source.value, isWhole: true }
  if (source.type !== 'TemplateLiteral') return { text: '', isWhole: false }
  return { text: source.quasis[0]?.value.cooked ?? '', isWhole: source.expressions.length === 0 }
}
