/** The browser's way to the API; pages import from here alone. */
export { api, download, upload, type CallOptions } from './api/call.ts'
export { refetch } from './api/keys.ts'
export { ApiProblem, isProblem, type FieldProblem } from './api/problem.ts'
export { useApi, useApiMutation, type Write } from './api/use-api.ts'
export { useApiList, type ApiList } from './api/use-api-list.ts'
export { useOneOf, type Many } from './api/use-one-of.ts'
export type { Input, Item, ListRoute, Output, ReadRoute, Route, WriteRoute } from './operations-type.ts'
