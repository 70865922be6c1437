import { api, refetch } from '#web/api.ts'
import type { NewField } from '#web/slots.tsx'

/** The address of a new asset: given where the asset is, so that nobody looks for a second form. */
export const newAddressField: NewField = {
  name: 'address',
  labelKey: 'network:address.address',
  helpKey: 'network:addresses.addressHelp',
  isMono: true,
  faultKey: (typed) => (isAddress(typed.trim()) ? undefined : 'network:problem.address'),
  async send(assetId, typed) {
    await api('POST /addresses', { assetId, address: typed.trim() })
    await refetch(['GET /addresses'])
  },
}

/** Whether it looks like an address, for a word in time; the server judges. */
export function isAddress(typed: string): boolean {
  if (typed.includes(':')) return /^[\da-f:.]{2,45}$/i.test(typed)
  const parts = typed.split('.')
  return parts.length === 4 && parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) <= 255)
}
