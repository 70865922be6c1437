export { search, type Found, type Search } from './search/search.ts'
