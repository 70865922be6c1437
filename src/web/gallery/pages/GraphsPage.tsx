import { useTranslation } from 'react-i18next'
import { DetailPage } from '../../detail.ts'
import { ExampleGraphs } from './ExampleGraphs.tsx'

export default function GraphsPage() {
  const { t } = useTranslation('gallery')
  return (
    <DetailPage
      title={t('nav.graphs')}
      tabs={[{ key: 'graphs', label: t('nav.graphs'), render: () => <ExampleGraphs /> }]}
    />
  )
}
