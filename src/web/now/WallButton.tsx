import { ActionIcon } from '@mantine/core'
import { IconMaximize, IconMinimize } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { enterWall, leaveWall, useIsWall, useWallEnds } from './wall.ts'
import styles from './NowPage.module.css'

/** Puts a page of now on the whole screen, and takes it back. */
export function WallButton() {
  const { t } = useTranslation('web')
  const isWall = useIsWall()
  useWallEnds(isWall)
  const label = t(isWall ? 'wall.leave' : 'wall.enter')
  return (
    <ActionIcon
      className={styles.wallButton}
      variant="default"
      size={36}
      aria-label={label}
      title={label}
      onClick={isWall ? leaveWall : enterWall}
    >
      {isWall ? <IconMinimize size={17} /> : <IconMaximize size={17} />}
    </ActionIcon>
  )
}
