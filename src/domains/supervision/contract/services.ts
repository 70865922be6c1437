import { z } from 'zod'

/** What a check that a person gives by hand asks, by its template. Every field left out is as the template has it. */

const Port = z.number().int().min(1).max(65_535)
const Name = z.string().trim().min(1).max(253)
const timeoutMs = z.number().int().min(100).max(50_000).default(5_000)

/** A port that must take connections, and perhaps greet in a certain way. */
export const TcpSettings = z
  .strictObject({
    port: Port,
    /** What its greeting must contain; absent: it need not say anything. */
    greeting: z.string().min(1).max(200).optional(),
    timeoutMs,
  })
  .meta({ id: 'TcpSettings' })

/** A page that must answer. It is asked of the asset's own address, under the name in the URL. */
export const HttpSettings = z
  .strictObject({
    url: z.url({ protocol: /^https?$/ }).max(2_000),
    /** The statuses that are well: absent, those below 400. */
    status: z.array(z.number().int().min(100).max(599)).max(20).optional(),
    /** What the page must contain. */
    text: z.string().min(1).max(500).optional(),
    /** A value of its JSON (a singular query of RFC 9535: `$.status`, `$.nodes[0].up`), and what it must be. */
    json: z.strictObject({ path: z.string().min(1).max(500), equals: z.string().max(500) }).optional(),
    /** Whether a certificate that is not to be trusted is a fault. */
    verify: z.boolean().default(true),
    timeoutMs: timeoutMs.default(10_000),
  })
  .meta({ id: 'HttpSettings' })

/** A certificate that must be good for some time to come. */
export const TlsSettings = z
  .strictObject({
    port: Port.default(443),
    /** The name that is asked for and that it must bear; absent: the asset's address. */
    serverName: Name.optional(),
    /** Whether one that is not to be trusted is a fault: of an authority nobody knows, or for another name. */
    verify: z.boolean().default(true),
    timeoutMs,
  })
  .meta({ id: 'TlsSettings' })

export const dnsTypes = ['A', 'AAAA', 'CNAME', 'MX', 'NS', 'PTR', 'SOA', 'SRV', 'TXT'] as const

/** A name that the asset, a name server, must know. */
export const DnsSettings = z
  .strictObject({
    name: Name,
    type: z.enum(dnsTypes).default('A'),
    /** A record that must be among its answers, as in a zone file; absent: any will do. */
    record: z.string().min(1).max(500).optional(),
    port: Port.default(53),
    timeoutMs,
  })
  .meta({ id: 'DnsSettings' })

export const serviceSettings = { tcp: TcpSettings, http: HttpSettings, tls: TlsSettings, dns: DnsSettings }
export type ServiceTemplate = keyof typeof serviceSettings
export type ServiceSettings = { [T in ServiceTemplate]: z.output<(typeof serviceSettings)[T]> }

export function isService(name: string): name is ServiceTemplate {
  return Object.hasOwn(serviceSettings, name)
}
