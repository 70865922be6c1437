import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Check, Finding, Project } from './outcome.ts'
import { runNode } from './program.ts'

type Document = { paths?: Record<string, Record<string, unknown>> }

/** `openapi.json` lies in git so that a change of the API shows in review; here it is compared with what the code says. */
export const openapiCheck: Check = {
  name: 'openapi',
  proves: 'openapi.json is what the operations say',
  async run(project) {
    if (!existsSync(join(project.root, 'src/main.ts'))) return { skipped: 'no src/main.ts' }
    const ended = await runNode('src/main.ts', ['openapi'], project.root)
    if (ended.code !== 0)
      return {
        findings: [{ where: 'src/main.ts', message: `openapi: ${ended.stderr.trim().slice(0, 2000)}` }],
      }
    return { findings: compare(project, `${ended.stdout.trimEnd()}\n`) }
  },
}

function compare({ root, fix }: Project, said: string): Finding[] {
  const path = join(root, 'openapi.json')
  const kept = existsSync(path) ? readFileSync(path, 'utf8') : ''
  if (kept === said) return []
  if (fix) {
    writeFileSync(path, said)
    return []
  }
  const message = `is out of date (--fix writes it): ${differences(kept, said)}`
  return [{ where: 'openapi.json', message }]
}

/** Which operations came and went, for a message. */
function differences(kept: string, said: string): string {
  const [before, after] = [operationsOf(kept), operationsOf(said)]
  const came = [...after].filter((operation) => !before.has(operation)).map((operation) => `+ ${operation}`)
  const went = [...before].filter((operation) => !after.has(operation)).map((operation) => `- ${operation}`)
  const list = [...came, ...went]
  if (list.length === 0) return 'the same operations, with other contents'
  return list.slice(0, 12).join(', ') + (list.length > 12 ? ` and ${list.length - 12} more` : '')
}

function operationsOf(text: string): Set<string> {
  const { paths = {} } = JSON.parse(text || '{}') as Document
  return new Set(
    Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path}`),
    ),
  )
}
