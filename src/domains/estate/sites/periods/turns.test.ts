import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { moveClock, now } from '#kernel/clock'
import { hear, type Ear } from '#test/hear'
import { startTestHouse, type TestHouse } from '#test/house'
import { member } from '#test/member'

const hourMs = 3_600_000
let house: TestHouse
let ear: Ear
beforeAll(async () => {
  house = await startTestHouse()
  ear = await hear(house.admin)
})
afterAll(async () => {
  ear?.close()
  await house?.stop()
})

const inHours = (hours: number) => new Date(now().getTime() + hours * hourMs).toISOString()

async function raised(name: string, from: number, until: number) {
  const { admin, organisationId } = house
  const site = await admin.call('POST /sites', { organisationId, name, level: 2 })
  const period = await admin.call('POST /sites/:siteId/level-periods', {
    siteId: site.id,
    level: 5,
    startsAt: inHours(from),
    endsAt: inHours(until),
  })
  return { site, period }
}

/** Resolves once this was said of the period; answers all that was said of it until then. */
async function saidOf(id: string, verb: 'begun' | 'ended'): Promise<string[]> {
  await ear.until((event) => event.type === `level-period.${verb}` && event.payload.id === id)
  return ear.heard
    .filter(({ type, payload }) => type.startsWith('level-period.') && payload.id === id)
    .map(({ type }) => type)
}

describe('the beginning and the end of a raised level', () => {
  test('are each said once, with the site, when their time has come', async () => {
    const { site, period } = await raised('Camp', 1, 3)
    moveClock(2 * hourMs)
    expect(await saidOf(period.id, 'begun')).toEqual(['level-period.begun'])
    const [begun] = ear.heard.filter(({ payload }) => payload.id === period.id)
    expect(begun!.payload).toEqual({ id: period.id, siteId: site.id, level: 5, endsAt: period.endsAt })
    // Another period gives the cycle its turns: nothing is said of the first again.
    const other = await raised('Autre camp', 0, 1)
    await saidOf(other.period.id, 'begun')
    moveClock(2 * hourMs)
    await saidOf(other.period.id, 'ended')
    expect(await saidOf(period.id, 'ended')).toEqual(['level-period.begun', 'level-period.ended'])
  })

  test('follow what people change: put off, ended before its time, taken up again', async () => {
    const { admin } = house
    const { period } = await raised('Chantier', 1, 3)
    moveClock(2 * hourMs)
    await saidOf(period.id, 'begun')
    await admin.call('POST /level-periods/:id/end', { id: period.id })
    moveClock(1000)
    expect(await saidOf(period.id, 'ended')).toEqual(['level-period.begun', 'level-period.ended'])
    // What is said of a period is no change of it: its version counts what people did.
    const longer = { id: period.id, endsAt: inHours(4) }
    await admin.call('PATCH /level-periods/:id', longer, { ifMatch: 2 })
    moveClock(1000)
    await ear.until(({ payload }) => payload.id === period.id && payload.endsAt === longer.endsAt)
    const put = { id: period.id, startsAt: inHours(2) }
    await admin.call('PATCH /level-periods/:id', put, { ifMatch: 3 })
    const said = () =>
      ear.heard.filter(({ type, payload }) => type === 'level-period.ended' && payload.id === period.id)
    moveClock(1000)
    await ear.until(() => said().length === 2)
  })

  test('of a period that passed while nothing ran are both said, in their order', async () => {
    const { period } = await raised('Nuit', 1, 2)
    moveClock(24 * hourMs)
    expect(await saidOf(period.id, 'ended')).toEqual(['level-period.begun', 'level-period.ended'])
  })

  test('are heard where they are, and nowhere else', async () => {
    const { admin, organisationId } = house
    const elsewhere = await admin.call('POST /sites', { organisationId, name: 'Quimper' })
    const { site, period } = await raised('Brest', 1, 3)
    const near = await hear(await member(house, 'reader', { organisationId, placeId: site.id }))
    const far = await hear(await member(house, 'reader', { organisationId, placeId: elsewhere.id }))
    moveClock(2 * hourMs)
    await near.until(({ type, payload }) => type === 'level-period.begun' && payload.id === period.id)
    await admin.call('PATCH /sites/:id', { id: elsewhere.id, notes: 'dernier mot' }, { ifMatch: 1 })
    await far.until(({ type }) => type === 'site.changed')
    expect(far.heard.filter(({ type }) => type.startsWith('level-period.'))).toEqual([])
    near.close()
    far.close()
  })
})
