import './styles.ts'
import { start } from './App.tsx'
import { shell } from './pages.ts'

await start(shell)
