import { useTranslation } from 'react-i18next'
import { Notes, PeekHead } from '../Peek.tsx'
import type { CircuitRow } from '../words.ts'
import { CallFirst } from './CallFirst.tsx'
import { CircuitEnds } from './CircuitEnds.tsx'

export function CircuitPeek({ circuit }: { circuit: CircuitRow }) {
  const { t } = useTranslation('network')
  return (
    <>
      <PeekHead name={circuit.name}>
        {[t(`technology.${circuit.technology}`), circuit.contract].filter(Boolean).join(' · ')}
      </PeekHead>
      <CallFirst circuit={circuit} />
      <CircuitEnds circuit={circuit} />
      <Notes text={circuit.notes} />
    </>
  )
}
