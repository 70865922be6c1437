import { useState } from 'react'

/** What stands behind the `#` of a one-time link. It is taken out of the address, so that no history keeps it. */
export function useLinkToken(): string {
  const [token] = useState(() => {
    const given = location.hash.slice(1)
    return given || (kept.get(location.pathname) ?? '')
  })
  if (location.hash) {
    kept.set(location.pathname, location.hash.slice(1))
    history.replaceState(history.state, '', location.pathname)
  }
  return token
}

/** While the page lives, for who comes back to it. */
const kept = new Map<string, string>()
