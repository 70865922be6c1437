import { networkInterfaces } from 'node:os'
import { z } from 'zod'
import { query } from '../operations.ts'

/** Larger networks are cut down to the part around this machine: nobody means a whole /8. */
const widest = 22

export const listNetworks = query({
  name: 'discoveries.networks',
  route: 'GET /discoveries/networks',
  right: 'discovery.run',
  summary: 'The networks that this machine stands in itself: what a first discovery may ask',
  input: z.strictObject({}),
  output: z.object({ items: z.array(z.object({ prefix: z.string(), interface: z.string() })) }),
  run: async () => ({ items: ownNetworks() }),
})

/** IPv4 networks of this machine, bridges of containers left out. */
function ownNetworks(): { prefix: string; interface: string }[] {
  const found = Object.entries(networkInterfaces()).flatMap(([name, addresses]) =>
    /^(docker|br-|veth|virbr|cni|flannel|lo)/.test(name)
      ? []
      : (addresses ?? [])
          .filter(({ family, internal }) => family === 'IPv4' && !internal)
          .map(({ cidr, address }) => ({ prefix: networkOf(address, cidr), interface: name })),
  )
  return found.filter(({ prefix }, at) => found.findIndex((one) => one.prefix === prefix) === at)
}

function networkOf(address: string, cidr: string | null): string {
  const length = Math.max(widest, Math.min(30, Number(cidr?.split('/')[1] ?? 24)))
  const size = 2 ** (32 - length)
  const number = address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0)
  const start = Math.floor(number / size) * size
  return `${[24, 16, 8, 0].map((shift) => Math.floor(start / 2 ** shift) % 256).join('.')}/${length}`
}
