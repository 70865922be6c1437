import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSync, type Program } from 'oxc-parser'

const folders = '{src,test,bench,scripts,bin}'
const endings = '{ts,tsx,mts,cts,js,jsx,mjs,cjs}'

/** One source file, with its syntax tree (parsed when first asked for). */
export interface SourceFile {
  /** Relative to the checkout, with `/`. */
  path: string
  text: string
  /** Lines are counted from 1. */
  lineAt(offset: number): number
  readonly program: Program
}

/** Every source file under src, test, bench, scripts and bin, in the order of their paths. */
export function readSources(root: string): SourceFile[] {
  return listFiles(root, `${folders}/**/*.${endings}`).map((path) =>
    sourceFile(path, readFileSync(join(root, path), 'utf8')),
  )
}

/** Paths relative to the checkout that match the pattern, sorted; never what was installed or built. */
export function listFiles(root: string, pattern: string): string[] {
  return globSync(pattern, { cwd: root, exclude: (path) => /(^|\/)(node_modules|dist)$/.test(path) }).sort()
}

function sourceFile(path: string, text: string): SourceFile {
  let program: Program | undefined
  return {
    path,
    text,
    lineAt: (offset) => text.slice(0, offset).split('\n').length,
    get program() {
      program ??= parse(path, text)
      return program
    },
  }
}

/** @throws Error where the file is no valid TypeScript, so that no check passes over what it could not read. */
function parse(path: string, text: string): Program {
  const result = parseSync(path, text)
  const [error] = result.errors
  if (error) throw new Error(`${path}: ${error.message}`)
  return result.program
}
