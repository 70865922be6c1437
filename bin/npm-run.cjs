'use strict'
// `npm test`, `npm run check` …: the pinned runtime for each script of package.json.
const { launch } = require('./launcher/launch.cjs')
const { Refusal } = require('./launcher/say.cjs')

const programs = {
  test: ['node_modules/vitest/vitest.mjs', 'run'],
  check: ['scripts/check.ts'],
  bench: ['bench/run.ts'],
  day: ['test/days/run.ts'],
  'fresh-start': ['scripts/fresh-start.ts'],
  build: ['node_modules/vite/bin/vite.js', 'build', '--configLoader', 'runner'],
  format: ['node_modules/oxfmt/bin/oxfmt'],
}

launch(async ({ ensureInstalled, runProgram }) => {
  const name = process.argv[2]
  if (!Object.prototype.hasOwnProperty.call(programs, name)) {
    throw new Refusal(`There is no script "${name}".`, `Choose one of ${Object.keys(programs).join(', ')}.`)
  }
  await ensureInstalled()
  return runProgram(programs[name].concat(process.argv.slice(3)))
})
