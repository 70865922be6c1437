import { useTranslation } from 'react-i18next'
import { AssetList } from '../assets/AssetList.tsx'

/** What an organisation has, with how it fares: a tab of its page. */
export default function OrganisationAssets({ id }: { id: string }) {
  const { t } = useTranslation('estate')
  return <AssetList name={t('assets.title')} input={{ organisationId: id }} />
}
