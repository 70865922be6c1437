import { useTranslation } from 'react-i18next'
import { useShortcuts } from '../keyboard/shortcuts.ts'
import { go } from '../navigate.ts'
import { useNavigation } from './use-navigation.ts'

/** `g` then a letter. */
export function useGoKeys(): void {
  const { t } = useTranslation('web')
  const entries = useNavigation().flatMap((section) => section.entries)
  useShortcuts(
    entries.flatMap(({ page, navigation, label }) =>
      navigation.key
        ? [{ keys: `g ${navigation.key}`, label: t('frame.goTo', { name: label }), run: () => go(page.path) }]
        : [],
    ),
  )
}
