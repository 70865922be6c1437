import { readdir } from 'node:fs/promises'
import { liveDay, type Day } from './stage/day.ts'

/** `npm run day NAME`: lives one day from an empty folder; without a name, says which there are. */
const here = new URL('./', import.meta.url)
const days = (await readdir(here)).filter((file) => /^[a-z-]+\.ts$/.test(file) && file !== 'run.ts')
const name = process.argv[2]

if (!name || !days.includes(`${name}.ts`)) {
  const list = days.map((file) => file.replace('.ts', '')).join(', ')
  process.stderr.write(`${name ? `There is no day "${name}".` : 'Say which day.'} There are: ${list}\n`)
  process.exit(1)
}
const { day } = (await import(new URL(`${name}.ts`, here).href)) as { day: Day }
const apart = await import('./stage/apart.ts')
const code = await apart.liveApart()
if (code !== undefined) process.exit(code)
const held = await liveDay(day, (line) => void process.stdout.write(`${line}\n`))
process.exit(held ? 0 : 1)
