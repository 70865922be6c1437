import { useTranslation } from 'react-i18next'
import { useApi } from '#web/api.ts'
import { Link } from '#web/components/Link.tsx'
import { useCan } from '#web/session.ts'
import type { Grant } from '../words.ts'

/** Over what a role is held, in words. */
export function GrantWords({ grant }: { grant: Grant }) {
  const { t } = useTranslation('identity')
  if (grant.placeId) return <PlaceWords id={grant.placeId} organisation={grant.organisationName ?? ''} />
  if (grant.organisationId)
    return <Link href={`/organisations/${grant.organisationId}`}>{grant.organisationName}</Link>
  return t('grant.everything')
}

/** A site's name is estate's: shown to who may see the site. */
function PlaceWords({ id, organisation }: { id: string; organisation: string }) {
  const { t } = useTranslation('identity')
  const isSeen = useCan()('site.read')
  const { data: site } = useApi('GET /sites/:id', { id }, { enabled: isSeen })
  if (!site) return t('grant.somePlace', { organisation })
  return (
    <>
      <Link href={`/sites/${id}`}>{site.pathName}</Link>
      {` · ${organisation}`}
    </>
  )
}
