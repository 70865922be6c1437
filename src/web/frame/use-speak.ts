import { speak } from '../i18n.ts'
import type { Language } from '../language.ts'

/** Changes the language, here and on the person's record, so that mails come in it too. */
export function useSpeak(): (language: Language) => Promise<void> {
  return speak
}
