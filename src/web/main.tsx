import './styles.ts'
import { start } from './App.tsx'
import { tellMissingStyles } from './outdated.ts'
import { shell } from './pages.ts'

tellMissingStyles()
await start(shell)
