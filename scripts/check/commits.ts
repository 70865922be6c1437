import type { Check, Finding } from './outcome.ts'
import { programOf, run, runNode } from './program.ts'

const looksBack = 20

/**
 * The last commits' messages. A commit that a remote already has cannot be mended, so its fault is a warning; one that
 * is only here is an error.
 */
export const commitsCheck: Check = {
  name: 'commits',
  proves: `the last ${looksBack} commit messages are Conventional Commits (commitlint)`,
  async run({ root }) {
    const count = await git(root, ['rev-list', '--count', 'HEAD'])
    if (count === undefined) return { skipped: 'no git history here' }
    const own = await git(root, ['log', '--format=%s', 'HEAD', '--not', '--remotes'])
    const range = Number(count) > looksBack ? ['--from', `HEAD~${looksBack}`] : []
    const args = [...range, '--to', 'HEAD', '--color', 'false']
    const ended = await runNode(programOf(root, '@commitlint/cli', 'commitlint'), args, root)
    const findings = readFindings(ended.stdout, new Set(own?.split('\n')))
    if (ended.code !== 0 && findings.length === 0)
      return { findings: [{ message: ended.stderr || ended.stdout }] }
    return { findings }
  },
}

/** commitlint prints the message of a commit below a line of its own, then its faults. */
function readFindings(output: string, own: Set<string>): Finding[] {
  return output.split(/^⧗ +--- input ---\n/m).flatMap((commit) => {
    const [header = '', ...lines] = commit.split('\n')
    const faults = lines.flatMap((line) => /^✖\s+(.*\[[\w-]+\])$/.exec(line)?.[1] ?? [])
    return faults.map((fault): Finding => {
      return { message: `"${header}": ${fault}`, level: own.has(header) ? 'error' : 'warning' }
    })
  })
}

/** What git answers, or nothing where there is no git, no checkout or no commit. */
async function git(root: string, args: string[]): Promise<string | undefined> {
  const ended = await run('git', args, root).catch(() => undefined)
  return ended?.code === 0 ? ended.stdout.trim() : undefined
}
