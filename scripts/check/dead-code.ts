import type { Check, Finding } from './outcome.ts'
import { programOf, runNode } from './program.ts'

/** One file of knip's report: for each kind of issue, what is concerned. */
type Issues = { file: string } & Record<string, { name: string; line?: number }[]>

const words: Record<string, string> = {
  files: 'nobody imports this file',
  dependencies: 'is a dependency that nobody uses',
  devDependencies: 'is a development dependency that nobody uses',
  unlisted: 'is used, and stands not in package.json',
  binaries: 'is a program that package.json does not bring',
  unresolved: 'leads nowhere',
  exports: 'is exported, and nobody imports it',
  types: 'is an exported type, and nobody imports it',
  duplicates: 'is exported twice',
}

export const deadCodeCheck: Check = {
  name: 'dead-code',
  proves: 'nothing is exported, installed or kept that nobody uses (knip)',
  async run({ root }) {
    const args = ['--reporter', 'json', '--no-progress']
    const ended = await runNode(programOf(root, 'knip', 'knip'), args, root)
    if (!ended.stdout.startsWith('{'))
      return { findings: [{ message: `knip ended with ${ended.code}: ${ended.stderr.slice(0, 2000)}` }] }
    const { issues } = JSON.parse(ended.stdout) as { issues: Issues[] }
    return { findings: issues.flatMap(findingsOf) }
  },
}

function findingsOf({ file, ...kinds }: Issues): Finding[] {
  return Object.entries(kinds).flatMap(([kind, items]) =>
    items.flat().map(({ name, line }): Finding => {
      const where = line ? `${file}:${line}` : file
      const says = words[kind] ?? kind
      return { where, message: kind === 'files' ? says : `${name} ${says}` }
    }),
  )
}
