import { Outlet, useMatches } from '@tanstack/react-router'
import { useEffect } from 'react'
import { startLive } from '../live.ts'
import { useCan } from '../session.ts'
import { useIsWall } from '../now/wall.ts'
import { useShell } from '../shell.ts'
import { BottomBar } from './BottomBar.tsx'
import styles from './Frame.module.css'
import { NoRightPage } from './NoRightPage.tsx'
import { Palette } from './Palette.tsx'
import { Rail } from './Rail.tsx'
import { ShortcutsHelp } from './ShortcutsHelp.tsx'
import { TabState } from './TabState.tsx'
import { TopBar } from './TopBar.tsx'
import { useGoKeys } from './use-go-keys.ts'
import { useOwnPreferences } from './use-own-preferences.ts'
import { usePageFocus } from './use-page-focus.ts'

/** What stands around every page of who is signed in. */
export function Frame() {
  const { invalidates } = useShell()
  const can = useCan()
  const page = useMatches({ select: (matches) => matches.at(-1)?.staticData.page })
  useEffect(() => startLive(invalidates), [invalidates])
  useGoKeys()
  useOwnPreferences()
  const main = usePageFocus()
  const isWall = useIsWall()
  return (
    <div className={styles.frame}>
      <TabState />
      {!isWall && <Rail />}
      <div className={styles.body}>
        {!isWall && <TopBar />}
        <main
          id="main"
          ref={main}
          tabIndex={-1}
          className={styles.main}
          data-fills={page?.fills || undefined}
        >
          {can(page?.right, page?.over) ? (
            <Outlet />
          ) : (
            <NoRightPage right={page?.right ?? ''} over={page?.over} />
          )}
        </main>
        {!isWall && <BottomBar />}
      </div>
      <Palette />
      <ShortcutsHelp />
    </div>
  )
}
