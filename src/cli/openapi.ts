import { openApiDocument } from '#kernel/http/openapi'
import { houseOperations } from '#kernel/house-operations'
import { domains } from '../app.ts'
import { version } from './version.ts'

/** The document of the API, without starting anything. */
export function openApiText(): string {
  return `${JSON.stringify(openApiDocument(allOperations(), version), null, 2)}\n`
}

/** Every operation: what the house itself answers, and each domain's. */
export function allOperations() {
  const unused = () => {
    throw new Error('the house is not running')
  }
  const ofHouse = houseOperations({
    hub: { subscribe: unused, streamsOf: () => 0 },
    authenticate: unused,
    unwell: unused,
    metrics: unused,
    cycles: () => [],
  })
  return [...ofHouse, ...domains.flatMap((domain) => [...domain.operations])]
}
