import { useTranslation } from 'react-i18next'
import { useApi, useApiMutation } from '#web/api.ts'
import { Ago } from '#web/components/Ago.tsx'
import { Link } from '#web/components/Link.tsx'
import { Mono } from '#web/components/Mono.tsx'
import { PersonName } from '#web/components/PersonName.tsx'
import { Tags } from '#web/components/Tags.tsx'
import { Facts, type Fact } from '#web/detail.ts'
import { go } from '#web/navigate.ts'
import { useWords, type AssetFull } from '../words.ts'
import styles from './AssetFacts.module.css'
import { LifeCycle } from './LifeCycle.tsx'
import { useOrigins, type FactField } from './origins.tsx'

type Change = Partial<
  Pick<
    AssetFull,
    | 'kind'
    | 'description'
    | 'vendor'
    | 'model'
    | 'serial'
    | 'firmware'
    | 'os'
    | 'environment'
    | 'lifeCycle'
    | 'tags'
    | 'macs'
  >
>

/** What is known of an asset, from whom and since when, changed where it stands. */
export function AssetFacts({ asset, isWriter }: { asset: AssetFull; isWriter: boolean }) {
  const { t } = useTranslation('estate')
  const words = useWords()
  const originOf = useOrigins(useApi('GET /assets/:id/facts', { id: asset.id }).data?.items ?? [])
  const update = useApiMutation('PATCH /assets/:id', {
    refetches: ['GET /assets/:id', 'GET /assets/:id/facts'],
  })
  const save = (change: Change) => update.mutateAsync({ id: asset.id, ...change, ifMatch: asset.version })
  const edit = (
    value: string,
    change: (value: string) => Change,
    more: Partial<NonNullable<Fact['edit']>> = {},
  ) => (isWriter ? { value, save: (next: string) => save(change(next)), ...more } : undefined)
  const text = (field: Exclude<FactField, 'name' | 'kind' | 'macs' | 'description'>): Fact => ({
    label: t(`assetField.${field}`),
    value: field === 'serial' && asset.serial ? <Mono>{asset.serial}</Mono> : whole(asset[field]),
    ...originOf(field),
    edit: edit(asset[field], (value) => ({ [field]: value })),
  })
  return (
    <>
      <Facts
        facts={[
          {
            label: t('assetField.site'),
            value: asset.siteId && <Link href={`/sites/${asset.siteId}`}>{asset.siteName}</Link>,
          },
          {
            label: t('assetField.kind'),
            value: t(`assetKind.${asset.kind}`),
            ...originOf('kind'),
            edit: edit(asset.kind, (kind) => ({ kind: kind as AssetFull['kind'] }), {
              choices: words.assetKinds,
            }),
          },
          text('vendor'),
          text('model'),
          text('serial'),
          text('firmware'),
          text('os'),
          {
            label: t('assetField.macs'),
            value: asset.macs.length > 0 ? <Macs macs={asset.macs} /> : null,
            ...originOf('macs'),
            edit: edit(asset.macs.join('\n'), (macs) => ({ macs: listOf(macs) }), { isLong: true }),
          },
          {
            label: t('assetField.description'),
            value: asset.description && whole(asset.description),
            ...originOf('description'),
            edit: edit(asset.description, (description) => ({ description }), { isLong: true }),
          },
        ]}
      />
      <Facts
        facts={[
          {
            label: t('assetField.lifeCycle'),
            value: <LifeCycle of={asset.lifeCycle} />,
            edit: edit(asset.lifeCycle, (value) => ({ lifeCycle: value as AssetFull['lifeCycle'] }), {
              choices: words.lifeCycles,
            }),
          },
          {
            label: t('assetField.environment'),
            value: t(`environment.${asset.environment}`),
            edit: edit(asset.environment, (value) => ({ environment: value as AssetFull['environment'] }), {
              choices: words.environments,
            }),
          },
          {
            label: t('assetField.responsible'),
            add: isWriter ? () => go(`/assets/${asset.id}/edit`) : undefined,
            value: asset.responsibleName && <PersonName name={asset.responsibleName} />,
          },
          {
            label: t('assetField.tags'),
            value: asset.tags.length > 0 ? <Tags tags={asset.tags} /> : null,
            edit: edit(asset.tags.join(', '), (tags) => ({ tags: listOf(tags) })),
          },
          { label: t('changedAt'), value: <Ago at={asset.updatedAt} /> },
        ]}
      />
    </>
  )
}

/** A switch has one for each of its ports: they would push everything else out of sight. */
const mostMacs = 3

/** One a line: their digits stand below each other. */
function Macs({ macs }: { macs: readonly string[] }) {
  const { t } = useTranslation('estate')
  const shown = macs.length > mostMacs ? macs.slice(0, mostMacs - 1) : macs
  const more = macs.slice(shown.length)
  return (
    <>
      {shown.map((mac) => (
        <div key={mac}>
          <Mono>{mac}</Mono>
        </div>
      ))}
      {more.length > 0 && (
        <span className={styles.more} title={more.join('\n')}>
          {t('assets.moreMacs', { count: more.length })}
        </span>
      )}
    </>
  )
}

/** A model's name breaks at no hyphen: it is copied and compared. Longer than the column, it breaks where it must. */
function whole(text: string) {
  return text !== '' && text.length <= 18 ? <span className={styles.whole}>{text}</span> : text
}

const listOf = (typed: string) =>
  typed
    .split(/[,;\n]/)
    .map((part) => part.trim())
    .filter(Boolean)
