/** Everything a list is made of. */
export { List } from './list/List.tsx'
export { ListPage } from './list/ListPage.tsx'
export type { BulkAction, Column, Filter, FilterOption, View } from './list/types.ts'
