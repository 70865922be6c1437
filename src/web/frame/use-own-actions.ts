import type { PaletteAction } from '../shell.ts'
import { ownActions } from './own-actions.ts'
import { useLike } from './use-own-preferences.ts'
import { useSignOut } from './use-sign-out.ts'

/** The shell's own actions for Ctrl-K. */
export function useOwnActions(): readonly PaletteAction[] {
  const { like, speakOwn } = useLike()
  return ownActions({ like, speakOwn, signOut: useSignOut() })
}
