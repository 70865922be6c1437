import { useTranslation } from 'react-i18next'
import { useApiMutation } from '#web/api.ts'
import { Ago } from '#web/components/Ago.tsx'
import { Copy } from '#web/components/Copy.tsx'
import { Level } from '#web/components/Level.tsx'
import { Link } from '#web/components/Link.tsx'
import { Mono } from '#web/components/Mono.tsx'
import { Facts, type Fact } from '#web/detail.ts'
import { useFormat } from '#web/format.ts'
import { go } from '#web/navigate.ts'
import { useWords, type SiteFull } from '../words.ts'

type Change = Partial<Pick<SiteFull, 'code' | 'kind' | 'street' | 'postalCode' | 'city' | 'level'>>

/** What is known of a site, changed where it stands. */
export function SiteFacts({ site, isWriter }: { site: SiteFull; isWriter: boolean }) {
  const { t } = useTranslation('estate')
  const words = useWords()
  const format = useFormat()
  const update = useApiMutation('PATCH /sites/:id', { refetches: ['GET /sites/:id'] })
  const save = (change: Change) => update.mutateAsync({ id: site.id, ...change, ifMatch: site.version })
  const edit = (
    value: string,
    change: (value: string) => Change,
    more: Partial<NonNullable<Fact['edit']>> = {},
  ) => (isWriter ? { value, save: (next: string) => save(change(next)), ...more } : undefined)
  const above = site.trail.at(-2)
  return (
    <Facts
      facts={[
        {
          label: t('siteField.parent'),
          value: above && <Link href={`/sites/${above.id}`}>{above.name}</Link>,
        },
        {
          label: t('siteField.kind'),
          value: t(`siteKind.${site.kind}`),
          edit: edit(site.kind, (kind) => ({ kind: kind as SiteFull['kind'] }), { choices: words.siteKinds }),
        },
        {
          label: t('siteField.code'),
          value: site.code && <Mono>{site.code}</Mono>,
          edit: edit(site.code, (code) => ({ code })),
        },
        {
          label: t('sites.level'),
          value: <Level level={site.effectiveLevel} base={site.level} />,
          edit: edit(
            site.level === null ? '' : String(site.level),
            (level) => ({ level: level === '' ? null : Number(level) }),
            { choices: [{ value: '', label: t('levelWord.above') }, ...words.levels] },
          ),
        },
        {
          label: t('siteField.street'),
          value: site.street,
          edit: edit(site.street, (street) => ({ street })),
        },
        {
          label: t('siteField.postalCode'),
          value: site.postalCode,
          edit: edit(site.postalCode, (postalCode) => ({ postalCode })),
        },
        { label: t('siteField.city'), value: site.city, edit: edit(site.city, (city) => ({ city })) },
        {
          label: t('sites.coordinates'),
          add: isWriter ? () => go(`/sites/${site.id}/edit`) : undefined,
          value:
            site.latitude === null || site.longitude === null ? null : (
              <Copy text={`${site.latitude.toFixed(5)}, ${site.longitude.toFixed(5)}`}>
                {t('sites.coordinatePair', {
                  latitude: format.number(site.latitude, 5),
                  longitude: format.number(site.longitude, 5),
                })}
              </Copy>
            ),
        },
        { label: t('changedAt'), value: <Ago at={site.updatedAt} /> },
      ]}
    />
  )
}
