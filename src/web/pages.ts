import { shellOf, type DomainPages } from './shell.ts'

/** Every domain that has a browser part, found where the house puts it. */
export const shell = shellOf(
  Object.values(import.meta.glob<DomainPages>('../domains/*/web/pages.ts', { eager: true })),
)
