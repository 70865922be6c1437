import { useMediaQuery } from '@mantine/hooks'
import { useEffect } from 'react'
import { stored, useStored } from './stored.ts'
import type { Density, Theme } from './theme/tokens.ts'

/** How a person wants to see Vigie. Kept on this machine too, so that it holds before anybody has signed in. */
export interface Preferences {
  theme: Theme | 'system'
  density: Density
}

const fallback: Preferences = { theme: 'system', density: 'comfortable' }

const preferences = stored<Preferences>('preferences', fallback, (value): value is Preferences => {
  const { theme, density } = preferencesOf(value)
  return theme !== undefined && density !== undefined
})

/** What of a record says how Vigie is to look. */
export function preferencesOf(record: unknown): Partial<Preferences> {
  const { theme, density } = (record ?? {}) as Partial<Preferences>
  return {
    ...(theme === 'system' || theme === 'light' || theme === 'dark' ? { theme } : {}),
    ...(density === 'comfortable' || density === 'dense' ? { density } : {}),
  }
}

export function usePreferences(): [Preferences, (change: Partial<Preferences>) => void] {
  const [current, set] = useStored(preferences)
  useEffect(() => {
    document.documentElement.dataset.density = current.density
  }, [current.density])
  return [current, (change) => set({ ...preferences.get(), ...change })]
}

/** The theme that is shown: the person's, else the system's. */
export function useTheme(): Theme {
  const [{ theme }] = useStored(preferences)
  const systemIsDark = useMediaQuery('(prefers-color-scheme: dark)', false, {
    getInitialValueInEffect: false,
  })
  if (theme !== 'system') return theme
  return systemIsDark ? 'dark' : 'light'
}
