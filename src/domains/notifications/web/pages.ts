import { IconMail, IconSettings } from '@tabler/icons-react'
import { definePage } from '#web/page.ts'
import type { Invalidates } from '#web/shell.ts'

export const pages = [
  definePage({
    path: '/messages',
    load: () => import('./MessagesPage.tsx'),
    right: 'channel.read',
    fills: true,
    navigation: { section: 'settings', labelKey: 'notifications:messages.title', icon: IconMail, order: 1 },
  }),
  definePage({
    path: '/settings/mail',
    load: () => import('./MailServerPage.tsx'),
    right: 'settings.read',
    over: 'everything',
    navigation: {
      section: 'settings',
      labelKey: 'notifications:mailServer.title',
      icon: IconSettings,
      order: 0,
    },
  }),
]

export const invalidates: Invalidates = {
  'messages.changed': ['GET /messages'],
}
