import { IconBook2 } from '@tabler/icons-react'
import { definePage } from '../page.ts'
import type { PaletteAction } from '../shell.ts'
import { chapters } from './chapters.ts'

export const pages = [definePage({ path: '/guide/$id', load: () => import('./GuidePage.tsx') })]

/** Each chapter is found by its title, and all of them by "guide" and "help". */
export const actions: PaletteAction[] = chapters.map(({ key }) => ({
  labelKey: `web:guide.${key}`,
  wordsKey: 'web:guide.words',
  icon: IconBook2,
  isAsked: true,
  href: `/guide/${key}`,
}))
