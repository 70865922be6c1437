import {
  IconDeviceDesktop,
  IconKeyboard,
  IconLanguage,
  IconLogout,
  IconMoon,
  IconPassword,
  IconShieldLock,
  IconSun,
  IconTable,
  IconUser,
} from '@tabler/icons-react'
import type { Language } from '../language.ts'
import type { Preferences } from '../preferences.ts'
import type { PaletteAction } from '../shell.ts'
import { shortcutsHelp } from './shortcuts-store.ts'

/** What these actions do, given by who knows the person. */
export interface OwnWays {
  like: (change: Partial<Preferences>) => void
  speakOwn: (language: Language) => void
  signOut: () => void
}

/** What a person does with Vigie itself rather than with the estate. */
export function ownActions({ like, speakOwn, signOut }: OwnWays): readonly PaletteAction[] {
  const theme = { wordsKey: 'web:own.themeWords' }
  const density = { wordsKey: 'web:own.densityWords', icon: IconTable }
  const language = { wordsKey: 'web:own.languageWords', icon: IconLanguage }
  return [
    { labelKey: 'web:own.dark', icon: IconMoon, ...theme, run: () => like({ theme: 'dark' }) },
    { labelKey: 'web:own.light', icon: IconSun, ...theme, run: () => like({ theme: 'light' }) },
    { labelKey: 'web:own.system', icon: IconDeviceDesktop, ...theme, run: () => like({ theme: 'system' }) },
    { labelKey: 'web:own.dense', ...density, run: () => like({ density: 'dense' }) },
    { labelKey: 'web:own.comfortable', ...density, run: () => like({ density: 'comfortable' }) },
    { labelKey: 'web:own.french', ...language, run: () => speakOwn('fr') },
    { labelKey: 'web:own.english', ...language, run: () => speakOwn('en') },
    { labelKey: 'web:me.account', icon: IconUser, wordsKey: 'web:own.accountWords', href: '/me' },
    {
      labelKey: 'web:own.password',
      icon: IconPassword,
      wordsKey: 'web:own.passwordWords',
      href: '/me?tab=security',
    },
    {
      labelKey: 'web:own.secondFactor',
      icon: IconShieldLock,
      wordsKey: 'web:own.secondFactorWords',
      href: '/me?tab=security',
    },
    {
      labelKey: 'web:me.shortcuts',
      icon: IconKeyboard,
      wordsKey: 'web:own.keysWords',
      run: shortcutsHelp.open,
    },
    { labelKey: 'web:me.signOut', icon: IconLogout, wordsKey: 'web:own.signOutWords', run: signOut },
  ]
}
