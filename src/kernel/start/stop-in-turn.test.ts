import { expect, test } from 'vitest'
import { silentLog } from '../log.ts'
import { stopInTurn } from './stop-in-turn.ts'

test('what fails, and what never ends, does not keep what comes after it from being stopped', async () => {
  const stopped: string[] = []
  const stops = (what: string) => ({ what, stop: async () => void stopped.push(what) })
  await stopInTurn(
    [
      stops('first'),
      { what: 'breaks', stop: () => Promise.reject(new Error('the disk is full')) },
      {
        what: 'breaks at once',
        stop() {
          throw new Error('nothing was begun')
        },
      },
      { what: 'never ends', mostMs: 20, stop: () => new Promise(() => undefined) },
      stops('last'),
    ],
    silentLog,
  )
  expect(stopped).toEqual(['first', 'last'])
})
