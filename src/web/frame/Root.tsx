import { Outlet } from '@tanstack/react-router'
import { SkipLink } from './SkipLink.tsx'

/** Around every page, signed in or not. */
export function Root() {
  return (
    <>
      <SkipLink />
      <Outlet />
    </>
  )
}
