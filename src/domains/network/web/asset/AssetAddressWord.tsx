import { Copy } from '#web/components/Copy.tsx'
import { Mono } from '#web/components/Mono.tsx'
import { usePrimaryAddress } from './use-primary-address.ts'

/** The address at which an asset is spoken to, in the header of its page. */
export default function AssetAddressWord({ id }: { id: string }) {
  const primary = usePrimaryAddress(id)
  if (!primary) return null
  return (
    <Copy text={primary}>
      <Mono>{primary}</Mono>
    </Copy>
  )
}
