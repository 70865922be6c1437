/** Everything that changes many rows at once. */
export { BulkDrawer } from './bulk/BulkDrawer.tsx'
export type { BulkRoute } from './bulk/write-all.ts'
