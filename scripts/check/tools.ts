import type { Check, Finding } from './outcome.ts'
import { programOf, runNode, type Ended } from './program.ts'

/** What the tools look at. */
const places = ['src', 'bin', 'test', 'bench', 'scripts']

export const typesCheck: Check = {
  name: 'types',
  proves: 'the types hold (tsc)',
  async run({ root }) {
    const ended = await runNode(programOf(root, 'typescript', 'tsc'), ['-p', '.', '--pretty', 'false'], root)
    return { findings: linesOf(ended, /^(?<where>[^\s(]+\(\d+,\d+\)): (?<message>.*)/) }
  },
}

export const lintCheck: Check = {
  name: 'lint',
  proves: 'the lint has nothing to say (oxlint)',
  async run({ root, fix }) {
    const args = ['--format', 'unix', ...(fix ? ['--fix'] : []), ...places]
    const ended = await runNode(programOf(root, 'oxlint', 'oxlint'), args, root)
    const findings = linesOf(ended, /^(?<where>[^\s:]+:\d+:\d+): (?<message>.*)/)
    return { findings: findings.map((finding) => ({ ...finding, level: levelOf(finding.message) })) }
  },
}

export const formatCheck: Check = {
  name: 'format',
  proves: 'every file is formatted (oxfmt)',
  async run({ root, fix }) {
    const ended = await runNode(
      programOf(root, 'oxfmt', 'oxfmt'),
      fix ? ['.'] : ['--list-different', '.'],
      root,
    )
    const findings = linesOf(ended, /^(?<where>\S+\.\w+)$/)
    return {
      findings: findings.map((finding) => ({ ...finding, message: finding.message || 'is not formatted' })),
    }
  },
}

/**
 * A finding for each line of the tool's that has the form; all that it said where it failed without such a line, so
 * that a tool which cannot run never passes.
 */
function linesOf({ code, stdout, stderr }: Ended, form: RegExp): Finding[] {
  const findings = stdout.split('\n').flatMap((line): Finding[] => {
    const groups = form.exec(line)?.groups
    return groups ? [{ where: groups.where, message: groups.message ?? '' }] : []
  })
  if (code === 0 || findings.length > 0) return findings
  return [{ message: `ended with ${code}: ${(stdout + stderr).trim().slice(0, 2000)}` }]
}

const levelOf = (message: string): Finding['level'] => (/\[Warning/i.test(message) ? 'warning' : 'error')
