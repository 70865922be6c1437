/** `npm run bench [NAME…]`: every bench, or those that are named. */
import { readdirSync } from 'node:fs'

const folder = new URL('./', import.meta.url)
const files = readdirSync(folder).filter((file) => file.endsWith('.ts') && file !== 'run.ts')

/** Any file here that exports `run()` is a bench; the others are programs that a bench starts. */
const benches = files.filter((file) => !file.includes('-')).map((file) => file.replace('.ts', ''))
const asked = process.argv.slice(2)
const wrong = asked.find((name) => !benches.includes(name))
if (wrong !== undefined) {
  console.error(`There is no bench "${wrong}". Choose from: ${benches.join(', ')}.`)
  process.exit(2)
}
for (const name of asked.length > 0 ? asked : benches) {
  console.log(`\n— ${name}`)
  const { run } = (await import(new URL(`${name}.ts`, folder).href)) as { run(): Promise<void> }
  await run()
}
