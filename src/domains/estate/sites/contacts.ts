import type { Contact } from '../tables.ts'

/** Contacts in one cell: one a line, `name | role | telephone | e-mail`. */
export function contactsText(contacts: readonly Contact[]): string {
  return contacts
    .map(({ name, role, phone, email }) => [name, role, phone, email].join(' | ').replace(/( \| )+$/, ''))
    .join('\n')
}

/** The contacts of such a cell, as the API takes them (unchecked). */
export function contactsOf(cell: string): Contact[] {
  return cell
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [name = '', role = '', phone = '', email = ''] = line.split('|').map((part) => part.trim())
      return { name, role, phone, email }
    })
}
