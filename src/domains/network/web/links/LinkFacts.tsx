import { useTranslation } from 'react-i18next'
import { useApiMutation } from '#web/api.ts'
import { Ago } from '#web/components/Ago.tsx'
import { Link } from '#web/components/Link.tsx'
import { Mono } from '#web/components/Mono.tsx'
import { Facts } from '#web/detail.ts'
import { useCan } from '#web/session.ts'
import { useWords, type LinkRow } from '../words.ts'

/** The two ends of a link, and what it is; its kind is changed where it stands. */
export function LinkFacts({ link }: { link: LinkRow }) {
  const { t } = useTranslation('network')
  const words = useWords()
  const isWriter = useCan()('link.write')
  const update = useApiMutation('PATCH /links/:id', { refetches: ['GET /links', 'GET /links/:id'] })
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
  const kind = {
    value: link.kind,
    choices: words.linkKinds,
    save: (value: string) =>
      update.mutateAsync({ id: link.id, kind: value as LinkRow['kind'], ifMatch: link.version }),
  }
  return (
    <>
      <Facts title={t('links.near')} facts={end(near)} />
      <Facts title={t('links.far')} facts={end(far)} />
      <Facts
        title={t('links.about')}
        facts={[
          {
            label: t('link.kind'),
            value: t(`linkKind.${link.kind}`),
            edit: isWriter ? kind : undefined,
          },
          { label: t('link.source'), value: t(`linkSource.${link.source}`) },
          {
            label: t('link.circuit'),
            value: link.circuitId && <Link href={`/circuits/${link.circuitId}`}>{link.circuitName}</Link>,
          },
          { label: t('link.seenAt'), value: link.seenAt && <Ago at={link.seenAt} /> },
          { label: t('changedAt'), value: <Ago at={link.updatedAt} /> },
        ]}
      />
    </>
  )
}
