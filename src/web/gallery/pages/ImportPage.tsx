import { useTranslation } from 'react-i18next'
import { CsvImport } from '../../csv/CsvImport.tsx'
import { NowPage } from '../../now.ts'

const fields: Record<string, string> = {
  name: 'device.name',
  kind: 'device.kind',
  site: 'device.site',
  serial: 'device.serial',
  notes: 'device.notes',
}

export default function ImportPage() {
  const { t } = useTranslation('gallery')
  return (
    <NowPage title={t('nav.import')}>
      <CsvImport
        preview="POST /gallery/import/preview"
        run="POST /gallery/import"
        input={{ organisationId: 'o1' }}
        fieldLabel={(field) => t(fields[field] ?? field)}
        done={() => {}}
      />
    </NowPage>
  )
}
