import { useCan } from '#web/session.ts'
import { AssetAddresses } from './AssetAddresses.tsx'
import { AssetCircuits } from './AssetCircuits.tsx'
import { AssetInterfaces } from './AssetInterfaces.tsx'
import { AssetLinks } from './AssetLinks.tsx'

/** Where an asset is spoken to and what it hangs on: a tab of its page. */
export default function AssetNetwork({ id }: { id: string }) {
  const can = useCan()
  return (
    <>
      {can('address.read') && <AssetAddresses id={id} />}
      {can('link.read') && <AssetLinks id={id} />}
      {can('circuit.read') && <AssetCircuits id={id} />}
      {can('interface.read') && <AssetInterfaces id={id} />}
    </>
  )
}
