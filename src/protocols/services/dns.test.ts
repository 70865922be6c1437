import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dnsmasqMissing, startDnsmasq, type Dnsmasq } from '#test/daemons/dnsmasq'
import { askDns, type DnsType } from './index.ts'

const address = '127.13.0.4'
const port = 5_353
const missing = dnsmasqMissing()
describe.skipIf(missing)(`Debian's dnsmasq${missing ? ` (skipped: ${missing})` : ''}`, () => {
  let server: Dnsmasq
  beforeAll(async () => {
    server = await startDnsmasq(address, port, [
      'host-record=www.example.org,192.0.2.7,2001:db8::7',
      'address=/many.example.org/192.0.2.9',
      'cname=alias.example.org,www.example.org',
      'mx-host=example.org,mail.example.org,10',
      'srv-host=_ldap._tcp.example.org,dc.example.org,389,5,20',
      'txt-record=example.org,v=spf1 -all',
      'ptr-record=7.2.0.192.in-addr.arpa,www.example.org',
    ])
  })
  afterAll(() => server?.stop())

  const ask = (name: string, type: DnsType, timeoutMs = 3_000) =>
    askDns({ address, port, name, type, timeoutMs })

  test.each<[string, DnsType, string[]]>([
    ['www.example.org', 'A', ['192.0.2.7']],
    ['www.example.org', 'AAAA', ['2001:db8::7']],
    ['alias.example.org', 'CNAME', ['www.example.org']],
    ['example.org', 'MX', ['10 mail.example.org']],
    ['_ldap._tcp.example.org', 'SRV', ['5 20 389 dc.example.org']],
    ['example.org', 'TXT', ['v=spf1 -all']],
    ['7.2.0.192.in-addr.arpa', 'PTR', ['www.example.org']],
  ])('%s %s', async (name, type, records) => {
    const answer = await ask(name, type)
    expect(answer.records).toEqual(records)
    expect(answer.ms).toBeGreaterThan(0)
  })

  test('a server that will not say, and one without such a record, are told apart', async () => {
    await expect(ask('elsewhere.example.net', 'A')).rejects.toMatchObject({ code: 'name-server' })
    await expect(ask('www.example.org', 'MX')).rejects.toMatchObject({
      code: expect.stringMatching(/^name-/),
    })
  })

  test('a server that is silent is given up in time', async () => {
    server.pause()
    const began = performance.now()
    await expect(ask('www.example.org', 'A', 500)).rejects.toMatchObject({ code: 'timeout' })
    server.resume()
    expect(performance.now() - began).toBeGreaterThan(300)
  })
})
