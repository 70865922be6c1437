/**
 * `npm run check`: everything that must hold of the code before it is shared, besides the tests.
 * `--only NAME` (may be repeated) runs some of the checks, `--fix` mends what needs no thought, `--help` lists them.
 */
import { parseArgs } from 'node:util'
import { commitsCheck } from './check/commits.ts'
import { deadCodeCheck } from './check/dead-code.ts'
import { errorPagesCheck } from './check/error-pages.ts'
import { importsCheck } from './check/imports.ts'
import { languagesCheck } from './check/languages.ts'
import { lengthCheck } from './check/length.ts'
import { migrationsCheck } from './check/migrations.ts'
import { openapiCheck } from './check/openapi.ts'
import type { Check, Project } from './check/outcome.ts'
import { printResult, printSum, type Result } from './check/report.ts'
import { schemasCheck } from './check/schemas.ts'
import { readSources, type SourceFile } from './check/source.ts'
import { timeCheck } from './check/time.ts'
import { formatCheck, lintCheck, typesCheck } from './check/tools.ts'
import { translationsCheck } from './check/translations.ts'

/** What runs as a program of its own comes first, so that the short checks fill the gaps. */
const checks: Check[] = [
  typesCheck,
  deadCodeCheck,
  lintCheck,
  openapiCheck,
  formatCheck,
  commitsCheck,
  importsCheck,
  schemasCheck,
  migrationsCheck,
  timeCheck,
  languagesCheck,
  translationsCheck,
  errorPagesCheck,
  lengthCheck,
]

/** Checks at once: the tools among them use threads of their own. */
const atOnce = 2

const { values: options } = parseArgs({
  options: {
    only: { type: 'string', multiple: true, default: [] },
    fix: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  },
})

async function main(): Promise<number> {
  if (options.help) return printHelp()
  const unknown = options.only.filter((name) => !checks.some((check) => check.name === name))
  if (unknown.length > 0) {
    console.error(
      `No check is called ${unknown.join(', ')}. There are: ${checks.map(({ name }) => name).join(', ')}.`,
    )
    return 2
  }
  const chosen = checks.filter(({ name }) => options.only.length === 0 || options.only.includes(name))
  const results = await runAll(chosen, project(options.fix))
  return printSum(results)
}

/** `--fix` changes files under the others' eyes, so the checks then run one after the other. */
async function runAll(chosen: Check[], on: Project): Promise<Result[]> {
  const waiting = [...chosen]
  const results: Result[] = []
  const work = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      const result = await runOne(check, on)
      printResult(result)
      results.push(result)
    }
  }
  await Promise.all(Array.from({ length: on.fix ? 1 : atOnce }, work))
  return results
}

/** A check that breaks has not passed. */
async function runOne(check: Check, on: Project): Promise<Result> {
  const begun = performance.now()
  const outcome = await Promise.resolve()
    .then(() => check.run(on))
    .catch((error: unknown) => ({
      findings: [{ message: error instanceof Error ? error.message : String(error) }],
    }))
  return { check, outcome, tookMs: performance.now() - begun }
}

function project(fix: boolean): Project {
  const root = new URL('..', import.meta.url).pathname
  let sources: SourceFile[] | undefined
  return { root, fix, sources: () => (sources ??= readSources(root)) }
}

function printHelp(): number {
  console.log('npm run check -- [--only NAME]… [--fix]\n')
  for (const { name, proves } of checks) console.log(`  ${name.padEnd(14)}${proves}`)
  return 0
}

process.exitCode = await main()
