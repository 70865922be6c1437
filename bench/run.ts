import { migrationSets } from '#kernel/house'
import { domains } from '../src/app.ts'

/** `npm run bench [NAME…]`: every bench, or those that are named. */
const benches: Record<string, () => Promise<void>> = {
  start: async () => (await import('./start.ts')).run(),
  idle: async () => (await import('./idle.ts')).run(),
  assets: async () => (await import('./assets.ts')).run(),
  pressure: async () => (await import('./pressure.ts')).run(),
  install: async () => (await import('./install.ts')).run(),
  live: async () => (await import('./live.ts')).run(),
  web: async () => (await import('./web.ts')).run(),
  snmp: async () => (await import('./snmp.ts')).run(),
  series: async () => {
    const { run } = await import('../src/domains/supervision/series/series.bench.ts')
    await run(migrationSets(domains))
  },
}

const asked = process.argv.slice(2)
const wrong = asked.find((name) => !Object.hasOwn(benches, name))
if (wrong !== undefined) {
  console.error(`There is no bench "${wrong}". Choose from: ${Object.keys(benches).join(', ')}.`)
  process.exit(2)
}
for (const name of asked.length > 0 ? asked : Object.keys(benches)) {
  console.log(`\n— ${name}`)
  await benches[name]!()
}
