export { search, type Search } from './search/search.ts'
