import '../styles.ts'
import i18next from 'i18next'
import { start } from '../App.tsx'
import { shellOf } from '../shell.ts'
import { playServer } from './fake/server.ts'
import en from './locales/en.json' with { type: 'json' }
import fr from './locales/fr.json' with { type: 'json' }
import { actions, invalidates, pages } from './pages.ts'

playServer()
i18next.on('initialized', () => {
  i18next.addResourceBundle('fr', 'gallery', fr)
  i18next.addResourceBundle('en', 'gallery', en)
})
await start(shellOf([{ pages, invalidates, actions }]))
