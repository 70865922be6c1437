import {
  IconBox,
  IconBuilding,
  IconMapPin,
  IconNetwork,
  IconPlug,
  IconServer2,
  IconTopologyStar3,
  IconUser,
  type Icon,
} from '@tabler/icons-react'

const icons: Record<string, Icon> = {
  asset: IconServer2,
  site: IconMapPin,
  person: IconUser,
  organisation: IconBuilding,
  address: IconNetwork,
  circuit: IconTopologyStar3,
  interface: IconPlug,
}

/** The picture of a kind of thing, as the search names it. */
export function iconOfType(type: string): Icon {
  return icons[type] ?? IconBox
}
