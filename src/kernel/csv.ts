export { csvLine, type Separator } from './csv/write.ts'
export { readTable, type Table } from './csv/read.ts'
