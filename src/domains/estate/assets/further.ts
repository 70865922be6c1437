import type { Access, Right } from '#kernel/access'
import type { AnyTx } from '#kernel/database'
import type { Context, ExportBesides, Writer } from '#kernel/operations'
import type { ImportField } from '../import/fields.ts'

/** A line of a file of assets that says something in a further column. */
export interface FurtherLine {
  line: number
  /** Null: the line makes a new asset. */
  assetId: string | null
  value: string
}

/** What is written of a line, once its asset is there. */
export interface FurtherRow {
  line: number
  assetId: string
  siteId: string | null
  value: string
}

/**
 * A column that a domain above adds to the files of assets, read and written with them in one transaction: network's
 * addresses. Its words (`assetField`, `importHeading`) stand in estate's locale files, beside those of the other columns.
 */
export interface FurtherColumn {
  name: string
  rights: { read: Right; write: Right }
  read: ImportField['read']
  /** What these assets have now, by id. */
  values(tx: AnyTx, assetIds: readonly string[]): Promise<ReadonlyMap<string, string>>
  /** What is wrong with lines that are right otherwise: the sentence, by line. */
  check(
    tx: AnyTx,
    organisationId: string,
    lines: readonly FurtherLine[],
    say: Context['say'],
  ): Promise<ReadonlyMap<number, string>>
  /** Writes what differs from what was there. @returns the sentence by line of what was taken meanwhile: nothing stays then */
  write(
    tx: AnyTx,
    by: Writer,
    organisationId: string,
    rows: readonly FurtherRow[],
    say: Context['say'],
  ): Promise<ReadonlyMap<number, string>>
}

const declared: FurtherColumn[] = []

/** Called once by the door of a domain above. */
export function addAssetColumn(column: FurtherColumn): void {
  declared.push(column)
}

/** The columns that the caller may write wherever he may write assets. */
export function furtherColumnsOf({ actor }: Context, organisationId: string): FurtherColumn[] {
  if (actor.kind !== 'person') return []
  const writes = actor.access('asset.write', organisationId)
  return declared.filter(({ rights }) => covers(actor.access(rights.write, organisationId), writes))
}

/** Whether one access holds everywhere where another one does. */
export function covers(wide: Access, narrow: Access): boolean {
  if (wide.everything) return true
  if (narrow.everything) return false
  return (
    narrow.organisations.every((id) => wide.organisations.includes(id)) &&
    (narrow.places.every((id) => wide.places.includes(id)) ||
      (narrow.partOf.length > 0 && narrow.partOf.every((id) => wide.organisations.includes(id))))
  )
}

/** The same columns in an export, each read under its own right. */
export function furtherExports<Item extends { id: string }>(): ExportBesides<Item>[] {
  return declared.map(({ name, rights, values }) => ({
    right: rights.read,
    column: { name, heading: `estate:assetField.${name}` },
    values: (tx, items) =>
      values(
        tx,
        items.map(({ id }) => id),
      ),
  }))
}
