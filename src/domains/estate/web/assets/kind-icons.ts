import {
  IconAccessPoint,
  IconBattery3,
  IconBox,
  IconCamera,
  IconCpu,
  IconDatabase,
  IconDeviceDesktop,
  IconDeviceTablet,
  IconDots,
  IconPhone,
  IconPlug,
  IconPrinter,
  IconRouter,
  IconServer2,
  IconStack2,
  IconSwitch3,
  IconTemperature,
  IconWall,
  type Icon,
} from '@tabler/icons-react'
import { createElement } from 'react'
import type { AssetRow } from '../words.ts'

const icons: Record<AssetRow['kind'], Icon> = {
  switch: IconSwitch3,
  router: IconRouter,
  firewall: IconWall,
  'access-point': IconAccessPoint,
  server: IconServer2,
  'virtual-machine': IconCpu,
  container: IconBox,
  hypervisor: IconStack2,
  storage: IconDatabase,
  printer: IconPrinter,
  camera: IconCamera,
  phone: IconPhone,
  ups: IconBattery3,
  pdu: IconPlug,
  sensor: IconTemperature,
  workstation: IconDeviceDesktop,
  tablet: IconDeviceTablet,
  other: IconDots,
}

export const iconOfKind = (kind: AssetRow['kind']): Icon => icons[kind]

/** The picture of a kind, in the size of a line of text; quiet for screen readers unless it is named. */
export function KindPicture({ kind, label }: { kind: AssetRow['kind']; label?: string }) {
  return createElement(icons[kind], {
    size: 16,
    stroke: 1.6,
    ...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true }),
  })
}
