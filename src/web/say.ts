import i18next, { type TFunction } from 'i18next'
import { useSyncExternalStore } from 'react'

function onLanguage(listener: () => void): () => void {
  i18next.on('languageChanged', listener)
  return () => i18next.off('languageChanged', listener)
}

const currentLanguage = () => i18next.language

/** The language that is shown now. */
export function useLanguage(): string {
  return useSyncExternalStore(onLanguage, currentLanguage)
}

/**
 * As `useTranslation`, for what stands in every row of a long list: it costs next to nothing. Keys are written with
 * their namespace: `t('web:state.ok')`.
 */
export function useSay(): TFunction {
  useLanguage()
  return i18next.t
}
