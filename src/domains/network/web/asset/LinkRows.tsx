import { Menu } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from '#web/components/Link.tsx'
import { Mono } from '#web/components/Mono.tsx'
import { Row, Rows } from '#web/components/Rows.tsx'
import { useCan } from '#web/session.ts'
import { useRemoveLinks } from '../links/use-remove-links.ts'
import type { LinkRow } from '../words.ts'
import { RowMenu } from './RowMenu.tsx'

/** Links as one of their assets sees them: its own interface, then what is at the other end. */
export function LinkRows({ links, from }: { links: readonly LinkRow[]; from: string }) {
  const { t } = useTranslation('network')
  const isWriter = useCan()('link.write')
  const remove = useRemoveLinks()
  if (links.length === 0) return null
  return (
    <Rows label={t('links.title')}>
      {links.map((link) => {
        const [near, far] = link.ends[0].assetId === from ? link.ends : [link.ends[1], link.ends[0]]
        return (
          <Row
            key={link.id}
            title={<Link href={`/assets/${far.assetId}`}>{far.assetName}</Link>}
            detail={
              (near.interfaceName || far.interfaceName) && (
                <>
                  <Mono>{near.interfaceName ?? '—'}</Mono> {t('links.to')}{' '}
                  <Mono>{far.interfaceName ?? '—'}</Mono>
                </>
              )
            }
            aside={`${t(`linkKind.${link.kind}`)} · ${t(`linkSource.${link.source}`)}`}
            action={
              isWriter && (
                <RowMenu of={far.assetName}>
                  <Menu.Item leftSection={<IconTrash size={16} />} onClick={() => void remove([link])}>
                    {t('remove')}
                  </Menu.Item>
                </RowMenu>
              )
            }
          />
        )
      })}
    </Rows>
  )
}
