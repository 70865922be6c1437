import { useOneOf } from '#web/api.ts'
import { State } from '#web/components/State.tsx'
import { serviceStates } from './many.ts'

/** How a service fares, as a shape before its name. */
export default function ServiceMark({ id }: { id: string }) {
  const held = useOneOf(serviceStates, id)
  return held ? <State state={held.state} as="shape" /> : null
}
