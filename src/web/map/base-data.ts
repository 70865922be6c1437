import type { FeatureCollection, Feature } from 'geojson'
import type { BaseData } from './base-style.ts'
import { namesOf } from './names.ts'
import type { Labels, MapLanguage } from './names.ts'
import { bordersOf, landOf } from './topology.ts'
import type { Outlines } from './topology.ts'

/** Loads the base map that came with the page (160 kB compressed) and decodes it. */
export async function loadBaseData(language: MapLanguage): Promise<BaseData> {
  const [outlinesFile, labels] = await Promise.all([import('./base/outlines.json'), loadLabels()])
  const outlines = outlinesFile.default as unknown as Outlines
  return {
    land: collect(landOf(outlines)),
    borders: collect(bordersOf(outlines)),
    names: collect(namesOf(labels, language)),
  }
}

/** The names alone, for a change of language. */
export async function loadNames(language: MapLanguage): Promise<FeatureCollection> {
  return collect(namesOf(await loadLabels(), language))
}

async function loadLabels(): Promise<Labels> {
  const file = await import('./base/labels.json')
  return file.default as unknown as Labels
}

function collect(features: Feature[]): FeatureCollection {
  return { type: 'FeatureCollection', features }
}
