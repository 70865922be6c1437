export { csvLine, type Separator } from './csv/write.ts'
export { readTable, type Table, type TableLine } from './csv/read.ts'
