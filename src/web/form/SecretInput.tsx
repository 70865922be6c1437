import { PasswordInput, type PasswordInputProps } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

/** What is hidden while it is typed, with an eye that says what it does. */
export function SecretInput(props: PasswordInputProps) {
  const { t } = useTranslation('web')
  const [isShown, setIsShown] = useState(false)
  return (
    <PasswordInput
      {...props}
      visible={isShown}
      onVisibilityChange={setIsShown}
      visibilityToggleButtonProps={{ 'aria-label': t(isShown ? 'form.hideSecret' : 'form.showSecret') }}
    />
  )
}
