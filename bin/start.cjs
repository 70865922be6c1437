'use strict'
// `npm start`: everything from a fresh clone to a running Vigie.
const { launch } = require('./launcher/launch.cjs')

launch(async ({ ensureInstalled, ensureWebBuilt, runVigie }) => {
  await ensureInstalled()
  await ensureWebBuilt()
  return runVigie(['up'].concat(process.argv.slice(2)))
})
