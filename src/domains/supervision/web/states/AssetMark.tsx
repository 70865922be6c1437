import { useOneOf } from '#web/api.ts'
import { State } from '#web/components/State.tsx'
import { assetStates } from './many.ts'

/** How an asset fares, as a shape before its name. */
export default function AssetMark({ id }: { id: string }) {
  const held = useOneOf(assetStates, id)
  return held ? <State state={held.state} as="shape" /> : null
}
