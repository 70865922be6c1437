import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { moveClock, now } from '#kernel/clock'
import { startTestHouse, type TestHouse } from '#test/house'

const hourMs = 3_600_000
let house: TestHouse
beforeAll(async () => void (house = await startTestHouse()))
afterAll(() => house.stop())

const inHours = (hours: number) => new Date(now().getTime() + hours * hourMs).toISOString()

describe('the operational level', () => {
  test('is raised for a dated time, for the site and all below it', async () => {
    const { admin, organisationId } = house
    const site = await admin.call('POST /sites', { organisationId, name: 'Camp', level: 2 })
    const room = await admin.call('POST /sites', { organisationId, parentId: site.id, name: 'PC' })
    const period = await admin.call('POST /sites/:siteId/level-periods', {
      siteId: site.id,
      level: 5,
      reason: 'Feux de forêt',
      startsAt: inHours(1),
      endsAt: inHours(3),
    })
    expect(period.phase).toBe('planned')
    const levelOf = async (id: string) => (await admin.call('GET /sites/:id', { id })).effectiveLevel
    expect(await levelOf(room.id)).toBe(2)
    moveClock(2 * hourMs)
    expect(await levelOf(room.id)).toBe(5)
    const longer = await admin.call(
      'PATCH /level-periods/:id',
      { id: period.id, endsAt: inHours(30) },
      { ifMatch: 1 },
    )
    expect(longer).toMatchObject({ phase: 'running', level: 5, version: 2 })
    await admin.call('POST /level-periods/:id/end', { id: period.id })
    expect(await levelOf(site.id)).toBe(2)
    const { items } = await admin.call('GET /sites/:siteId/level-periods', { siteId: site.id })
    expect(items).toMatchObject([{ id: period.id, phase: 'over' }])
    const again = await admin.send('POST /level-periods/:id/end', { id: period.id })
    expect(again).toMatchObject({ status: 409, body: { code: 'conflict' } })
  })

  test('a planned time that is ended is taken back, and one that ends before it begins is refused', async () => {
    const { admin, organisationId } = house
    const { id: siteId } = await admin.call('POST /sites', { organisationId, name: 'Fête' })
    const times = { startsAt: inHours(5), endsAt: inHours(4) }
    const refused = await admin.send('POST /sites/:siteId/level-periods', { siteId, level: 4, ...times })
    expect(refused).toMatchObject({ status: 422, body: { errors: [{ field: 'endsAt' }] } })
    const { id } = await admin.call('POST /sites/:siteId/level-periods', {
      siteId,
      level: 4,
      startsAt: inHours(4),
      endsAt: inHours(5),
    })
    expect((await admin.send('POST /level-periods/:id/end', { id })).status).toBe(204)
    expect(await admin.call('GET /sites/:siteId/level-periods', { siteId })).toEqual({ items: [] })
  })

  test('is raised, never kept or lowered, and for a time that is yet to end', async () => {
    const { admin, organisationId } = house
    const above = await admin.call('POST /sites', { organisationId, name: 'Nord', level: 3 })
    const { id: siteId } = await admin.call('POST /sites', {
      organisationId,
      name: 'Lille',
      parentId: above.id,
    })
    const raise = (level: number, from: number, until: number) =>
      admin.send('POST /sites/:siteId/level-periods', {
        siteId,
        level,
        startsAt: inHours(from),
        endsAt: inHours(until),
      })
    // The site has no level of its own: it is the one above's that is to be raised.
    for (const level of [2, 3])
      expect(await raise(level, 1, 2)).toMatchObject({
        status: 422,
        body: { errors: [{ field: 'level', message: expect.stringContaining('level 3') }] },
      })
    expect(await raise(4, -3, -1)).toMatchObject({ status: 422, body: { errors: [{ field: 'endsAt' }] } })
    const begun = await raise(4, -3, 1)
    expect(begun).toMatchObject({ status: 201, body: { phase: 'running' } })
    // A longer crisis on top of a shorter one.
    expect(await raise(4, 0, 5)).toMatchObject({ status: 201 })

    const { id } = begun.body as { id: string }
    const change = (changed: object) =>
      admin.send('PATCH /level-periods/:id', { id, ...changed }, { ifMatch: '*' })
    expect(await change({ level: 3 })).toMatchObject({ status: 422, body: { errors: [{ field: 'level' }] } })
    expect(await change({ endsAt: inHours(-1) })).toMatchObject({
      status: 422,
      body: { errors: [{ field: 'endsAt' }] },
    })
    moveClock(2 * hourMs)
    expect(await change({ reason: 'Crue' })).toMatchObject({ status: 200, body: { phase: 'over' } })

    const top = await admin.call('POST /sites', { organisationId, name: 'Paris', level: 5 })
    const highest = await admin.send('POST /sites/:siteId/level-periods', {
      siteId: top.id,
      level: 5,
      startsAt: inHours(1),
      endsAt: inHours(2),
    })
    expect(highest).toMatchObject({ status: 422, body: { errors: [{ field: 'level' }] } })
  })
})
