import { existsSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { readLocales } from './locales.ts'
import type { Check, Finding } from './outcome.ts'
import { listFiles } from './source.ts'

const list = 'src/kernel/errors/codes.ts'
const startList = 'src/kernel/start/fault.ts'

/** Codes of `problemCodes` without a page under docs/errors or without a sentence, and pages without a code. */
async function findUndocumentedErrors(root: string): Promise<Finding[]> {
  const module = (await import(pathToFileURL(join(root, list)).href)) as {
    problemCodes: Record<string, number>
  }
  const start = (await import(pathToFileURL(join(root, startList)).href)) as {
    startFaultCodes: readonly string[]
  }
  const codes = Object.keys(module.problemCodes)
  const known = new Set<string>(['README', ...codes, ...start.startFaultCodes])
  const pages = listFiles(root, 'docs/errors/*.md')
  const sentences = readLocales(root).find(({ namespace }) => namespace === 'kernel')
  return [
    ...[...codes, ...start.startFaultCodes].flatMap((code) => pageFaults(root, code)),
    ...codes
      .filter((code) => !sentences?.en.has(`problem.${code}`))
      .map((code) => ({ where: 'src/kernel/locales', message: `problem.${code} is missing` })),
    ...pages
      .filter((page) => !known.has(basename(page, '.md')))
      .map((page) => ({ where: page, message: `no such code in ${list} or ${startList}` })),
  ]
}

function pageFaults(root: string, code: string): Finding[] {
  const where = `docs/errors/${code}.md`
  if (!existsSync(join(root, where)))
    return [{ where, message: 'is missing: what happened, what is safe, what to do' }]
  const page = readFileSync(join(root, where), 'utf8')
  return page.includes(code) ? [] : [{ where, message: `does not name its code ${code}` }]
}

export const errorPagesCheck: Check = {
  name: 'errors',
  proves: 'every error code has a page under docs/errors and a sentence in both languages',
  async run({ root }) {
    if (!existsSync(join(root, list))) return { skipped: `no ${list}` }
    return { findings: await findUndocumentedErrors(root) }
  },
}
