import { useTranslation } from 'react-i18next'
import { Copy } from '#web/components/Copy.tsx'
import { PersonName } from '#web/components/PersonName.tsx'
import { Tags } from '#web/components/Tags.tsx'
import { Facts } from '#web/detail.ts'
import { SlotView } from '#web/slots.tsx'
import { useAssetSlots } from '../asset-slots.ts'
import { PeekHead, PeekNotes } from '../PeekHead.tsx'
import type { AssetRow } from '../words.ts'
import { LifeCycle } from './LifeCycle.tsx'

export function AssetPeek({ asset }: { asset: AssetRow }) {
  const { t } = useTranslation('estate')
  const slots = useAssetSlots()
  const model = [asset.vendor, asset.model].filter(Boolean).join(' ')
  return (
    <>
      <PeekHead name={asset.name}>
        {[t(`assetKind.${asset.kind}`), asset.sitePathName].filter(Boolean).join(' · ')}
      </PeekHead>
      {slots.map(
        ({ key, attention }) => attention && <SlotView key={key} load={attention} id={asset.id} isQuiet />,
      )}
      <Facts
        facts={[
          { label: t('assetField.model'), value: model },
          { label: t('assetField.serial'), value: asset.serial && <Copy text={asset.serial} /> },
          { label: t('assetField.firmware'), value: asset.firmware },
          { label: t('assetField.lifeCycle'), value: <LifeCycle of={asset.lifeCycle} /> },
          { label: t('assetField.environment'), value: t(`environment.${asset.environment}`) },
          {
            label: t('assetField.responsible'),
            value: asset.responsibleName && <PersonName name={asset.responsibleName} />,
          },
          { label: t('assetField.tags'), value: asset.tags.length > 0 ? <Tags tags={asset.tags} /> : null },
        ]}
      />
      {slots.map(({ key, facts }) => facts && <SlotView key={key} load={facts} id={asset.id} isQuiet />)}
      <PeekNotes text={asset.notes} />
    </>
  )
}
