import { recipients } from '#identity'
import type { AnyTx } from '#kernel/database'
import { invalidField } from '#kernel/errors'
import { fold } from '#kernel/fold'
import { grouped } from '../sites/import/known.ts'

/** Who may answer for things of an organisation: the people who may see its assets. */
export function possibleResponsibles(tx: AnyTx, organisationId: string) {
  return recipients(tx, { right: 'asset.read', organisationId })
}

/** A person whom the field names must be one who may see what he answers for. */
export async function checkResponsible(
  tx: AnyTx,
  organisationId: string,
  field: 'responsibleId' | 'ownerId',
  id: string | null | undefined,
): Promise<void> {
  if (!id) return
  const people = await possibleResponsibles(tx, organisationId)
  if (!people.some((person) => person.id === id)) throw invalidField(field, 'estate:problem.personUnknown')
}

/** For an import: ids of people by what a cell may call them, their e-mail or their name. */
export async function responsiblesByWord(tx: AnyTx, organisationId: string) {
  const people = await possibleResponsibles(tx, organisationId)
  const called = people.flatMap(({ id, name, email }) => [
    { id, word: fold(name) },
    { id, word: fold(email) },
  ])
  const groups = grouped(called, ({ word }) => word)
  return {
    byWord: new Map([...groups].map(([word, group]) => [word, group.map(({ id }) => id)])),
    names: new Map(people.map(({ id, name }) => [id, name])),
  }
}
