import * as guide from './guide/pages.ts'
import { shellOf, type DomainPages } from './shell.ts'

/** Every domain that has a browser part, found where the house puts it, and the guide to them all. */
export const shell = shellOf([
  ...Object.values(import.meta.glob<DomainPages>('../domains/*/web/pages.ts', { eager: true })),
  guide,
])
