import { disclosure } from './disclosure.ts'

export const palette = disclosure()
