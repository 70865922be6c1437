import { useState } from 'react'
import { doubtOf, type Doubt } from './start.ts'

/** What the server has asked to be confirmed since the form was opened. */
export function useDoubts(): { doubts: readonly Doubt[]; noteDoubt: (error: unknown) => void } {
  const [doubts, setDoubts] = useState<readonly Doubt[]>([])
  const noteDoubt = (error: unknown) => {
    const doubt = doubtOf(error)
    if (doubt) setDoubts((before) => [...new Set([...before, doubt])])
  }
  return { doubts, noteDoubt }
}
