/** What one maker's own MIB says of the device. The first that answers counts. */
export interface MakerOids {
  model?: readonly string[]
  serial?: readonly string[]
  firmware?: readonly string[]
}

/** By enterprise number; the OIDs lie under 1.3.6.1.4.1 unless they begin with 1.3. */
const makers: Readonly<Record<number, MakerOids>> = {
  // APC: UPS, then PDU of the first and of the second generation.
  318: {
    model: ['318.1.1.1.1.1.1.0', '318.1.1.12.1.5.0', '318.1.1.26.2.1.8.1'],
    serial: ['318.1.1.1.1.2.3.0', '318.1.1.12.1.6.0', '318.1.1.26.2.1.9.1'],
    firmware: ['318.1.1.1.1.2.1.0', '318.1.1.12.1.3.0', '318.1.1.26.2.1.6.1'],
  },
  232: {
    model: ['232.2.2.4.2.0', '232.165.1.2.2.0'],
    serial: ['232.2.2.2.1.0'],
    firmware: ['232.9.2.2.2.0', '232.165.1.2.3.0'],
  },
  // Dell: iDRAC, the chassis controller, UPS.
  674: {
    model: ['674.10892.5.1.3.12.0', '674.10892.2.1.1.2.0', '674.10902.2.100.1.0'],
    serial: ['674.10892.5.1.3.2.0', '674.10892.2.1.1.11.0', '674.10902.2.120.1.2.0'],
    firmware: ['674.10892.5.1.1.8.0', '674.10892.2.1.2.1.0'],
  },
  // Eaton: PDU, UPS (Powerware), UPS (MGE).
  534: {
    model: ['534.6.6.6.1.1.12.0', '534.1.1.2.0'],
    serial: ['534.6.6.6.1.1.2.0', '534.1.1.6.0'],
    firmware: ['534.6.6.6.1.1.1.0', '534.1.1.3.0'],
  },
  705: { model: ['705.1.1.1.0'], serial: ['705.1.1.7.0'], firmware: ['705.1.1.4.0'] },
  789: { model: ['789.1.1.5.0'], serial: ['789.1.1.9.0'] },
  1369: { model: ['1369.6.1.1.9.0'], serial: ['1369.6.1.1.11.0'] },
  1602: { model: ['1602.1.1.1.1.0'], firmware: ['1602.1.1.1.4.0'] },
  1718: { model: ['1718.3.2.1.1.7.1'], serial: ['1718.3.2.1.1.6.1'] },
  // ExtremeXOS: the image that runs, then the primary one.
  1916: { serial: ['1916.1.1.1.16.0'], firmware: ['1916.1.1.1.14.0', '1916.1.1.1.13.0'] },
  890: { serial: ['890.1.5.8.47.1.10.0'] },
  1991: { serial: ['1991.1.1.1.1.2.0'], firmware: ['1991.1.1.2.1.11.0'] },
  // Huawei: access systems, then NetEngine.
  2011: { model: ['2011.5.25.188.1.4.0'], serial: ['2011.6.3.3.1.1.9.0'], firmware: ['2011.6.3.1.999.0'] },
  2254: { model: ['2254.2.4.1.2.0'], firmware: ['2254.2.4.1.3.0'] },
  2620: { model: ['2620.1.6.16.7.0'], serial: ['2620.1.6.16.3.0'], firmware: ['2620.1.6.4.1.0'] },
  2636: { serial: ['2636.3.1.3.0'] },
  3320: { model: ['3320.3.6.10.1.3.0'], serial: ['3320.3.6.10.1.4.0'], firmware: ['3320.3.6.10.1.6.0'] },
  3808: { model: ['3808.1.1.1.1.1.1.0'], serial: ['3808.1.1.1.1.2.3.0'], firmware: ['3808.1.1.1.1.2.1.0'] },
  6321: { serial: ['6321.1.2.5.4.3.0'] },
  6574: { model: ['6574.1.5.1.0'], serial: ['6574.1.5.2.0'], firmware: ['6574.1.5.3.0'] },
  8691: { model: ['8691.7.162.1.2.0'], serial: ['8691.7.162.1.78.0'], firmware: ['8691.7.162.1.4.0'] },
  8741: {
    model: ['8741.2.1.1.1.0'],
    serial: ['8741.2.1.1.2.0'],
    firmware: ['8741.2.1.1.3.0'],
  },
  8886: { model: ['8886.6.1.1.1.2.0'], serial: ['8886.6.1.1.1.14.0'], firmware: ['8886.6.1.1.1.1.0'] },
  12356: {
    serial: ['12356.100.1.1.1.0'],
    firmware: ['12356.101.4.1.1.0', '12356.106.4.1.1.0', '12356.107.2.1.1.1.0'],
  },
  14823: { model: ['14823.2.2.1.2.1.3.0'], serial: ['14823.2.2.1.2.1.29.0'] },
  14988: { serial: ['14988.1.1.7.3.0'], firmware: ['14988.1.1.4.4.0'] },
  18334: { model: ['18334.1.1.1.1.6.2.1.0'], firmware: ['18334.1.1.1.1.6.1.0'] },
  19046: { model: ['19046.11.1.1.5.2.1.5.0'], firmware: ['19046.11.1.1.5.1.1.3.1'] },
  24681: { model: ['24681.1.2.12.0'] },
  25049: { serial: ['25049.17.1.2'] },
  25461: { model: ['25461.2.1.2.2.1.0'], serial: ['25461.2.1.2.1.3.0'], firmware: ['25461.2.1.2.1.1.0'] },
  13191: {
    model: ['13191.10.3.3.2.2.2.1.8.0'],
    serial: ['13191.10.3.3.2.2.2.1.5.0'],
    firmware: ['13191.10.3.3.2.1.5.0'],
  },
  27975: { model: ['27975.37.1.5.1.4.1.1'], serial: ['27975.37.1.5.1.10.1.1'] },
  43356: { serial: ['43356.2.1.2.1.2.0'], firmware: ['43356.2.1.2.1.3.0'] },
  45: { firmware: ['45.1.6.4.2.1.10.0'] },
  248: { model: ['248.14.1.1.9.1.3.1'], serial: ['248.14.1.1.9.1.10.1'], firmware: ['248.14.1.1.2.0'] },
  2606: { model: ['2606.7.4.1.2.1.2.1'], firmware: ['2606.7.2.4.0'] },
}

/** Makers whose devices call themselves by the number of the agent they run (net-snmp's 8072). */
const underGenericAgents = [6574, 24681]

/** RMON's probeSoftwareRev (RFC 4502), where switches of small makers say it. */
export const probeSoftware = '1.3.6.1.2.1.16.19.2.0'

/** What to ask of a device of this maker, besides what every device is asked. */
export function makerOids(enterprise: number | undefined, isGeneric: boolean): Required<MakerOids> {
  const asked: MakerOids[] = [
    ...(isGeneric ? underGenericAgents : [enterprise ?? 0]).map((one) => makers[one] ?? {}),
    { firmware: [probeSoftware] },
  ]
  const whole = (field: keyof MakerOids) =>
    asked
      .flatMap((one) => one[field] ?? [])
      .map((oid) => (oid.startsWith('1.3.6.') ? oid : `1.3.6.1.4.1.${oid}`))
  return { model: whole('model'), serial: whole('serial'), firmware: whole('firmware') }
}
