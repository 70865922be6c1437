import { siteFields, siteKinds } from '../../contract.ts'
import { fold } from '#kernel/fold'
import { numberOf, read, reference, word, type ImportField } from '../../import/fields.ts'
import { fieldsByHeading } from '../../import/words.ts'
import { contactsOf } from '../contacts.ts'

/** What a column of a file of sites may be. */
export const siteImportFields: readonly ImportField[] = [
  read('code', siteFields.code),
  read('name', siteFields.name),
  word('kind', 'siteKind', siteKinds),
  reference('parent'),
  read('street', siteFields.street),
  read('postalCode', siteFields.postalCode),
  read('city', siteFields.city),
  read('country', siteFields.country, countryCode),
  read('latitude', siteFields.latitude, numberOf),
  read('longitude', siteFields.longitude, numberOf),
  read('level', siteFields.level, numberOf),
  read('contacts', siteFields.contacts, contactsOf),
  read('notes', siteFields.notes),
]

export const siteHeadings = fieldsByHeading(
  'siteField',
  siteImportFields.map(({ name }) => name),
)

let codes: Map<string, string> | undefined

/** `France` and `Frankreich`'s neighbours by name in French and English, or the code itself (ISO 3166-1). */
function countryCode(cell: string): string {
  if (cell.length === 2) return cell.toUpperCase()
  codes ??= countriesByName()
  return codes.get(fold(cell)) ?? cell
}

function countriesByName(): Map<string, string> {
  const found = new Map<string, string>()
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
  for (const language of ['fr', 'en']) {
    const names = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' })
    for (const one of letters)
      for (const other of letters) {
        const name = names.of(one + other)
        if (name && !found.has(fold(name))) found.set(fold(name), one + other)
      }
  }
  return found
}
