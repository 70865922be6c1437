import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from './browser.ts'
import { handThat, type TypedFact } from './hand.ts'

let opened: Awaited<ReturnType<typeof openBrowser>>
beforeAll(async () => {
  opened = await openBrowser()
  await opened.page.setContent('<input aria-label="Nom"><select><option>a</option></select>')
})
afterAll(() => opened.browser.close())

const given = 'nobody knows it'

test('what the hand types is counted, and typed twice it is derivable', async () => {
  const facts: TypedFact[] = []
  const hand = handThat((fact) => void facts.push(fact))
  const field = opened.page.getByLabel('Nom')
  await hand.types(field, '10.1.2.0/24', { fact: 'the prefix', given })
  await hand.types(field, '10.1.2.0/24', { fact: 'the prefix once more', given })
  expect(await field.inputValue()).toBe('10.1.2.0/24')
  expect(facts).toEqual([
    { fact: 'the prefix', is: 'given', why: given },
    { fact: 'the prefix once more', is: 'derivable', why: 'typed before as the prefix' },
  ])
})

test('no text comes into a page past the hand', async () => {
  const { page } = opened
  const field = page.getByLabel('Nom')
  await field.focus()
  const past = [
    () => field.fill('x'),
    () => field.pressSequentially('x'),
    () => page.fill('input', 'x'),
    () => page.type('input', 'x'),
    () => page.keyboard.type('x'),
    () => page.keyboard.insertText('x'),
    () => page.locator('select').selectOption('a'),
  ]
  for (const way of past) await expect(way()).rejects.toThrow(/nobody counted/)
})
