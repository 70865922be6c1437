import { expect, test } from 'vitest'
import { boundsAround, FRANCE } from './view.ts'

const BORDEAUX = { latitude: 44.84, longitude: -0.58 }
const LILLE = { latitude: 50.63, longitude: 3.06 }
const REUNION = { latitude: -20.88, longitude: 55.45 }

test('no place gives France', () => {
  expect(boundsAround([])).toEqual(FRANCE)
  expect(boundsAround([{ latitude: Number.NaN, longitude: 2 }])).toEqual(FRANCE)
})

test('places are all within their bounds, a single one with its surroundings', () => {
  const bounds = boundsAround([BORDEAUX, LILLE])
  expect(bounds.west).toBeLessThan(-0.58)
  expect(bounds.north).toBeGreaterThan(50.63)
  const single = boundsAround([LILLE])
  expect(single.east - single.west).toBeGreaterThan(0.1)
})

test('one site overseas among many at home does not pull the view out, half of them do', () => {
  const home = Array.from({ length: 9 }, () => BORDEAUX)
  expect(boundsAround([...home, REUNION]).east).toBeLessThan(0)
  expect(boundsAround([BORDEAUX, REUNION]).east).toBeGreaterThan(55)
})
