import { disclosure } from './disclosure.ts'

export const shortcutsHelp = disclosure()
