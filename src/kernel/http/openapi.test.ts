import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestHouse, type TestHouse } from '#test/house'
import { inputSchema } from '#test/sample'

let house: TestHouse
beforeAll(async () => void (house = await startTestHouse({ VIGIE_ROLES: 'web' })))
afterAll(() => house?.stop())

interface Described {
  operationId: string
  parameters: { name: string }[]
  requestBody?: { content: Record<string, { schema: object }> }
}

test('the document names every field that a write takes, also one of several forms', async () => {
  const response = await fetch(`${house.url}/api/openapi.json`)
  const { paths } = (await response.json()) as { paths: Record<string, Record<string, Described>> }
  const described = new Map(
    Object.values(paths).flatMap((methods) => Object.values(methods).map((one) => [one.operationId, one])),
  )
  const untold = house.operations
    .filter(({ kind, consumes }) => kind !== 'endpoint' && consumes === undefined)
    .flatMap((operation) => {
      const said = JSON.stringify(described.get(operation.name))
      const { properties, oneOf, anyOf } = inputSchema(operation)
      const forms = properties ? [properties] : (oneOf ?? anyOf ?? []).map((form) => form.properties ?? {})
      const fields = new Set(forms.flatMap((form) => Object.keys(form)))
      return [...fields].filter((field) => !said.includes(`"${field}"`)).map((f) => `${operation.name}.${f}`)
    })
  expect(untold).toEqual([])
})

test('a list says what its page size, cursor, sort and free text mean, and an export its forms', async () => {
  const { paths } = (await (await fetch(`${house.url}/api/openapi.json`)).json()) as {
    paths: Record<
      string,
      Record<string, { parameters?: { name: string; schema: { description?: string } }[] }>
    >
  }
  const meaningOf = (path: string, name: string) =>
    paths[path]?.get?.parameters?.find((one) => one.name === name)?.schema.description
  const said = ['limit', 'cursor', 'sort', 'q'].map((name) => meaningOf('/api/v1/assets', name) ?? '')
  expect(said.filter((text) => text === '')).toEqual([])
  expect(await (await fetch(`${house.url}/api/docs`)).text()).toContain('Free text that is sought')
})
