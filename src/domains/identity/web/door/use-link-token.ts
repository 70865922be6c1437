import { useState } from 'react'

/**
 * What stands behind the `#` of a one-time link. It is taken out of the address, so that no history keeps it; the tab
 * does, so that a reload does not send anybody back for another link.
 */
export function useLinkToken(): string {
  const [token] = useState(() => location.hash.slice(1) || kept(location.pathname))
  if (location.hash) {
    keep(location.pathname, location.hash.slice(1))
    history.replaceState(history.state, '', location.pathname)
  }
  return token
}

/** The link has done its work: it opens nothing any more. */
export function forgetLinkToken(): void {
  try {
    sessionStorage.removeItem(nameOf(location.pathname))
  } catch {
    // It was not kept either.
  }
}

const nameOf = (path: string) => `vigie.link.${path}`

function keep(path: string, token: string): void {
  try {
    sessionStorage.setItem(nameOf(path), token)
  } catch {
    // Storage forbidden: the link works as long as the page lives.
  }
}

function kept(path: string): string {
  try {
    return sessionStorage.getItem(nameOf(path)) ?? ''
  } catch {
    return ''
  }
}
