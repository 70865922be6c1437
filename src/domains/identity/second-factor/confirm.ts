import { z } from 'zod'
import { now } from '#kernel/clock'
import { invalidField, Problem } from '#kernel/errors'
import { Code, personChanged, RecoveryCodes } from '../contract.ts'
import { lockOwn } from '../me/own.ts'
import { command } from '../operations.ts'
import { secondFactorOf, takeTotp } from './check.ts'
import { newRecoveryCodes } from './recovery-codes.ts'

/** As the system: it is about the caller alone. */
export const confirmSecondFactor = command({
  name: 'second-factor.confirm',
  route: 'POST /me/second-factor/confirm',
  right: 'own-account',
  as: 'system',
  secret: true,
  summary: 'Put the second factor in force with a first code; answers the recovery codes, once',
  input: z.strictObject({ code: Code }),
  output: RecoveryCodes,
  async run(tx, { code }, context) {
    const own = await lockOwn(tx, context)
    const factor = await secondFactorOf(tx, own.id)
    if (!factor || factor.confirmed_at)
      throw new Problem('conflict', { reason: 'identity:problem.secondFactorNotBegun' })
    if (!(await takeTotp(tx, factor, code.replaceAll(/\s/g, ''))))
      throw invalidField('code', 'identity:problem.codeWrong')
    const { codes, hashes } = newRecoveryCodes()
    await tx
      .updateTable('identity.second_factors')
      .set({ confirmed_at: now().toISOString(), recovery_hashes: hashes })
      .where('person_id', '=', own.id)
      .execute()
    context.about({ changes: { secondFactor: [false, true] } })
    context.emit(personChanged(own.organisation_id, { id: own.id, changed: ['secondFactor'] }))
    return { recoveryCodes: codes }
  },
})
