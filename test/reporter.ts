import { writeSync } from 'node:fs'
import type { Reporter, TestCase, TestModule } from 'vitest/node'

/**
 * Says at the end which tests were skipped and why, and counts in one plain line what CI adds up:
 * `N passed, N failed, N skipped`. A file that could not be read and an error outside any test count as failed.
 */
export default class PlainSum implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()])
    const skipped = tests.filter((test) => test.result().state === 'skipped')
    if (skipped.length > 0) console.log(`\nSkipped:\n${skipped.map(skippedLine).join('\n')}`)
    if (!process.env.CI) return
    const passed = tests.filter((test) => test.result().state === 'passed').length
    const failed = tests.length - passed - skipped.length + brokenOutside(modules) + unhandledErrors.length
    // After what teardown still prints: whoever adds up reads the last line. A run that ends badly without a failed
    // test (its global setup broke) has failed once.
    process.once('exit', (code) => {
      const broken = code !== 0 && failed === 0 ? 1 : failed
      writeSync(1, `\n${passed} passed, ${broken} failed, ${skipped.length} skipped\n`)
    })
  }
}

/** Files and suites that failed by themselves: an import, a hook. */
function brokenOutside(modules: readonly TestModule[]): number {
  return modules
    .flatMap((module) => [module, ...module.children.allSuites()])
    .reduce((sum, suite) => sum + (suite.errors().length > 0 ? 1 : 0), 0)
}

function skippedLine(test: TestCase): string {
  const result = test.result()
  const note = result.state === 'skipped' ? result.note : undefined
  const unsaid = test.options.mode === 'todo' ? 'not written yet' : 'no reason given'
  return `  ${test.module.relativeModuleId}: ${test.fullName} (${note ?? unsaid})`
}
