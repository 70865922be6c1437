import { useEffect, useRef } from 'react'
import { api, refetch } from '../api.ts'
import { speak } from '../i18n.ts'
import { chosenLanguage, type Language } from '../language.ts'
import { preferencesOf, usePreferences, type Preferences } from '../preferences.ts'
import { useMe } from '../session.ts'

/** What the person likes goes with him from machine to machine: taken from his record once he has signed in. */
export function useOwnPreferences(): void {
  const me = useMe()
  const [current, set] = usePreferences()
  const taken = useRef<string>(undefined)
  useEffect(() => {
    if (!me || taken.current === me.id) return
    taken.current = me.id
    set({ ...current, ...preferencesOf(me.preferences) })
    if (me.language !== chosenLanguage.get()) void speak(me.language)
  }, [me, current, set])
}

/** Changes what the person likes: here at once, and on his record. */
export function useLike(): {
  like: (change: Partial<Preferences>) => void
  speakOwn: (language: Language) => void
} {
  const me = useMe()
  const [, set] = usePreferences()
  const keep = (change: { language?: Language; preferences?: Partial<Preferences> }) => {
    // A record that cannot be written now costs nothing: this machine remembers.
    if (me)
      void api('PATCH /me', change).then(
        () => refetch(['GET /me']),
        () => undefined,
      )
  }
  return {
    like: (change) => {
      set(change)
      keep({ preferences: change })
    },
    speakOwn: (language) => {
      void speak(language)
      keep({ language })
    },
  }
}
