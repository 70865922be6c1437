import { assetFields, assetKinds, environments, lifeCycles } from '../../contract.ts'
import { listOf, read, reference, word, type ImportField } from '../../import/fields.ts'
import { fieldsByHeading } from '../../import/words.ts'

/** What a column of a file of assets may be. */
export const assetImportFields: readonly ImportField[] = [
  read('name', assetFields.name),
  word('kind', 'assetKind', assetKinds),
  reference('site'),
  read('vendor', assetFields.vendor),
  read('model', assetFields.model),
  read('serial', assetFields.serial),
  read('macs', assetFields.macs, listOf),
  read('firmware', assetFields.firmware),
  read('os', assetFields.os),
  read('description', assetFields.description),
  word('environment', 'environment', environments),
  word('lifeCycle', 'lifeCycle', lifeCycles),
  reference('responsible'),
  read('tags', assetFields.tags, listOf),
  read('notes', assetFields.notes),
]

/** What headings mean, of these columns and of those that domains above add. */
export const assetHeadings = (fields: readonly string[]) => fieldsByHeading('assetField', fields)
