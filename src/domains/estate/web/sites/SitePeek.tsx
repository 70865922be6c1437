import { useTranslation } from 'react-i18next'
import { Level } from '#web/components/Level.tsx'
import { Mono } from '#web/components/Mono.tsx'
import { Facts } from '#web/detail.ts'
import { PeekHead, PeekNotes } from '../PeekHead.tsx'
import type { SiteRow } from '../words.ts'
import { Contacts } from './Contacts.tsx'
import { addressOf } from './address.ts'

export function SitePeek({ site }: { site: SiteRow }) {
  const { t } = useTranslation('estate')
  const above = site.pathName.slice(0, -site.name.length).replace(/ › $/, '')
  return (
    <>
      <PeekHead name={site.name}>{[t(`siteKind.${site.kind}`), above].filter(Boolean).join(' · ')}</PeekHead>
      <Facts
        facts={[
          { label: t('siteField.code'), value: site.code && <Mono>{site.code}</Mono> },
          { label: t('sites.level'), value: <Level level={site.effectiveLevel} base={site.level} /> },
          { label: t('siteField.street'), value: addressOf(site) },
        ]}
      />
      <Contacts contacts={site.contacts} />
      <PeekNotes text={site.notes} />
    </>
  )
}
