import { useState } from 'react'
import { isProblem } from '#web/api.ts'
import { now, useNow } from '#web/clock.ts'

/** After too many tries: how long until the next one, counted down. */
export function useWait(): { seconds: number; noting: (error: unknown) => unknown } {
  const [until, setUntil] = useState(0)
  const at = useNow(1000)
  return {
    seconds: Math.max(0, Math.ceil((until - at) / 1000)),
    noting(error) {
      if (isProblem(error, 'too-many-requests')) setUntil(now() + (error.retryAfter ?? 1) * 1000)
      return error
    },
  }
}
