import { expect, test } from 'vitest'
import { vigieCommand } from '../bad-days/vigie.ts'

test.each([
  [['bogus'], 'there is no command "bogus"; there are up, user, audit, version, openapi, api.'],
  [['bogus', '--help'], 'there is no command "bogus"'],
  [['worker'], 'there is no command "worker"'],
  [['user', 'bogus', '--help'], 'there is no command "user bogus"; there are create, token, reset.'],
])('`vigie %s` is a mistake that names what there is', async (words, sentence) => {
  const { code, said } = await vigieCommand('/tmp', words)
  expect(said).toMatch(/^vigie: /)
  expect(said).toContain(sentence)
  expect(code).toBe(1)
})

test.each([
  [['--version'], /^\d+\.\d+\.\d+/],
  [['help', 'user'], /create/],
  [['audit', 'verify', '--help'], /changed, missing or reordered/],
])('`vigie %s` answers', async (words, text) => {
  const { code, said } = await vigieCommand('/tmp', words)
  expect(said).toMatch(text)
  expect(code).toBe(0)
})
