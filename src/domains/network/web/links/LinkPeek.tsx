import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCan } from '#web/session.ts'
import { Notes, PeekButtons, PeekHead } from '../Peek.tsx'
import type { LinkRow } from '../words.ts'
import { LinkFacts } from './LinkFacts.tsx'
import { EditLink } from './NewLink.tsx'
import { useRemoveLinks } from './use-remove-links.ts'

export function LinkPeek({ link }: { link: LinkRow }) {
  const { t } = useTranslation('network')
  const can = useCan()
  const remove = useRemoveLinks()
  const [isEditing, setIsEditing] = useState(false)
  const [near, far] = link.ends
  return (
    <>
      <PeekHead name={`${near.assetName} – ${far.assetName}`}>
        {t(`linkKind.${link.kind}`)} · {t(`linkSource.${link.source}`)}
      </PeekHead>
      <LinkFacts link={link} />
      <Notes text={link.notes} />
      {can('link.write') && (
        <PeekButtons>
          <Button variant="default" onClick={() => setIsEditing(true)}>
            {t('edit')}
          </Button>
          <Button variant="default" onClick={() => void remove([link])}>
            {t('remove')}
          </Button>
        </PeekButtons>
      )}
      {isEditing && <EditLink link={link} close={() => setIsEditing(false)} />}
    </>
  )
}
