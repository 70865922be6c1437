import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Ago } from '#web/components/Ago.tsx'
import { Link } from '#web/components/Link.tsx'
import { Mono } from '#web/components/Mono.tsx'
import { Facts } from '#web/detail.ts'
import { useCan } from '#web/session.ts'
import { Notes, PeekButtons, PeekHead } from '../Peek.tsx'
import type { LinkRow } from '../words.ts'
import { useRemoveLinks } from './use-remove-links.ts'

export function LinkPeek({ link }: { link: LinkRow }) {
  const { t } = useTranslation('network')
  const can = useCan()
  const remove = useRemoveLinks()
  const end = ({ assetId, assetName, interfaceId, interfaceName }: LinkRow['ends'][number]) => [
    { label: t('link.asset'), value: <Link href={`/assets/${assetId}`}>{assetName}</Link> },
    {
      label: t('link.interface'),
      value: interfaceId && (
        <Link href={`/interfaces/${interfaceId}`}>
          <Mono>{interfaceName}</Mono>
        </Link>
      ),
    },
  ]
  const [near, far] = link.ends
  return (
    <>
      <PeekHead name={`${near.assetName} – ${far.assetName}`}>
        {t(`linkKind.${link.kind}`)} · {t(`linkSource.${link.source}`)}
      </PeekHead>
      <Facts title={t('links.near')} facts={end(near)} />
      <Facts title={t('links.far')} facts={end(far)} />
      <Facts
        title={t('links.about')}
        facts={[
          { label: t('link.seenAt'), value: link.seenAt && <Ago at={link.seenAt} /> },
          { label: t('changedAt'), value: <Ago at={link.updatedAt} /> },
        ]}
      />
      <Notes text={link.notes} />
      {can('link.write') && (
        <PeekButtons>
          <Button variant="default" onClick={() => void remove([link])}>
            {t('remove')}
          </Button>
        </PeekButtons>
      )}
    </>
  )
}
