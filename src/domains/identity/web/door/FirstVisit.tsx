import { useTranslation } from 'react-i18next'
import { DoorPage } from './DoorPage.tsx'

/** Nobody has an account yet: there is nothing to sign in to, and the way in is a link. */
export function FirstVisit({ foot }: { foot?: React.ReactNode }) {
  const { t } = useTranslation('identity')
  return (
    <DoorPage title={t('welcome.noLink')} lead={t('welcome.noLinkLead')} foot={foot}>
      <p>{t('welcome.noLinkAgain')}</p>
    </DoorPage>
  )
}
