import { IconHistory } from '@tabler/icons-react'
import { definePage } from '#web/page.ts'
import type { Invalidates } from '#web/shell.ts'

export const pages = [
  definePage({
    path: '/journal',
    load: () => import('./JournalPage.tsx'),
    right: 'audit.read',
    fills: true,
    navigation: { section: 'people', labelKey: 'audit:journal.title', icon: IconHistory, order: 9, key: 'j' },
  }),
]

export const invalidates: Invalidates = {}
