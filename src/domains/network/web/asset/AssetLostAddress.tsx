import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '#web/api.ts'
import { Link } from '#web/components/Link.tsx'
import { Attention } from '#web/detail.ts'
import { useFormat } from '#web/format.ts'
import { useCan } from '#web/session.ts'
import { AddAddress } from '../addresses/AddAddress.tsx'

/** That nobody speaks to an asset any more since another took its address: which, and when. */
export default function AssetLostAddress({ id }: { id: string }) {
  const { t } = useTranslation('network')
  const format = useFormat()
  const can = useCan()
  const [isAdding, setIsAdding] = useState(false)
  const { data } = useApi('GET /assets/:id/lost-address', { id })
  const lost = data?.lost
  if (!lost) return null
  const said = { address: lost.address, date: format.date(lost.lostAt), time: format.time(lost.lostAt) }
  return (
    <>
      <Attention
        state="warning"
        detail={
          <>
            {t('lost.what')} {lost.assetId && <Link href={`/assets/${lost.assetId}`}>{t('lost.open')}</Link>}
          </>
        }
        action={
          can('address.write') && (
            <Button variant="default" size="compact-sm" onClick={() => setIsAdding(true)}>
              {t('addresses.add')}
            </Button>
          )
        }
      >
        {lost.assetName ? t('lost.takenBy', { ...said, asset: lost.assetName }) : t('lost.takenBySome', said)}
      </Attention>
      {isAdding && <AddAddress asset={{ value: id, label: '' }} close={() => setIsAdding(false)} />}
    </>
  )
}
