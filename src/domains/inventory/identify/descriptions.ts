/** What makers put into sysDescr, in their own order. Groups: `model`, `version`, `serial`. The first that fits is taken. */
const patterns: readonly RegExp[] = [
  /^;? ?(?<model>AXIS [\w-]+); [^;]+; (?<version>[\d.]+);/,
  /PID:(?:HP )?(?<model>[^,;]+)/,
  /^(?:HP|HPE|ProCurve|Aruba)[ -](?<model>(?:J\w+|\d{6}-B21) .*?),? (?:Blade )?Switch,? .*?revision (?<version>[\w.]+)/i,
  /^ProCurve (?<model>\d{6}-B21 .*?) switch, revision (?<version>[\w.]+)/i,
  /^Aruba (?:(?:JL|R\d|S\d)\w+ )?(?<model>\S.*?)(?: Swch)? (?<version>[A-Z]{2}\.\d\d\.[\w.]+)/,
  /^ArubaOS \(MODEL: (?:Aruba)?(?<model>[^)]+)\), Version (?<version>[\w.]+)/,
  /Juniper Networks, Inc\. (?<model>\S+) .*?kernel JUNOS (?<version>[^\s,]+)/,
  /^Arista Networks EOS version (?<version>\S+) running on an Arista Networks (?<model>\S+)/,
  /Cisco Systems, Inc (?<model>\S+) \([^)]*\), Version (?<version>[\w.()]+)/,
  /^Cisco (?:IOS|NX-OS|Adaptive|Firepower).*?,? Version (?<version>[\w.()]+)/s,
  /^Palo Alto Networks (?<model>PA-\d+)\b(?! series)/,
  /^ExtremeXOS \((?<model>[^)]+)\) version (?<version>\S+)/,
  /^RouterOS (?<model>\S+)/,
  /^Brocade Communications Systems, Inc\. (?<model>[^,]+), IronWare Version (?<version>[\w.]+)/,
  /Software Version (?<version>[\d.]+),? Release \w+\s+(?:HPE?|H3C) (?<model>.+?) (?:Switch|Copyright)/s,
  /^H3C Switch (?<model>\S+) Software Version (?<version>[\d.]+,? Release \w+)/,
  /^(?<model>S\d{4}\S*) .*?Huawei .*?Version (?<version>[\d.]+ \(\S+ [^)]+\))/s,
  /^Huawei .*?Version (?<version>[\d.]+) \((?<model>.+?) V\d{3}R/s,
  /^(?<model>(?:USW|UAP|USP|UDM|EdgeSwitch|EdgeRouter|NanoStation|ToughSwitch)[\w -]*?),? v?(?<version>\d+\.[\d.]+)/,
  /^(?<model>EdgeRouter [\w -]+)$/,
  /^(?<model>\S+) version (?<version>\S+) \(SN: (?<serial>\w+)/,
  /^SonicWall (?<model>.+?) \((?<version>[^)]+)\)/i,
  /^Canon (?<model>.+?)(?: \/P)?$/,
  /^KONICA MINOLTA (?<model>.+)$/i,
  /^Dell EMC Networking OS .*?Application Software Version: (?<version>\S+)\s+Series: (?<model>\S+)/s,
  /^Calix (?<model>ONT \S+) (?<version>[\d.]+)/,
  /^ZTE (?<model>ZXR10 \S+) Software, .*?Version: (?<version>[\w.]+)/,
  /^ROAP Version \w+?_(?<version>\S+)/,
  /Version (?:ZXR10 )?(?<model>\d{4}\w*) V(?<version>[\w.]+)/,
  /^(?<model>D[EGX]S-[\w-]+) /,
  /^D-Link (?<model>D[EGX]S-\w+)/,
  /^(?<model>[\w-]+) Device, Compiled .*?Software Version (?<version>[\w.()]+)/s,
  /^(?<model>Room Alert \w+) v(?<version>[\d.]+)/,
  /^Opengear (?<model>[^,]+),.*?Version (?<version>[\d.]+)/,
  /^Mimosa (?<model>\w+) Firmware/,
  /^Rittal (?<model>.+?) SN (?<serial>\S+) HW \S+ - SW (?<version>\S+)/,
  /^(?:FreeNAS|TrueNAS)-(?<version>[\w.-]+)/,
  /^Isilon OneFS .*?Isilon OneFS v(?<version>[\d.]+)/,
  /^NetApp Release (?<version>[\w.]+)/,
  /^BDCOM\(tm\) (?<model>\S+) Software, Version (?<version>\S+)/,
  /^PLANET (?<model>\S+)/,
  /^VENUS (?<model>\S+)/,
  /^SAMSUNG (?<model>iPolis)/,
  /^WDT Tech\. (?<model>[\w-]+)/,
  /^Integrated Lights-Out (?<model>\d) (?<version>[\d.]+)/,
  /MN:(?!AP96)(?<model>\S+) .*?SN: ?(?<serial>\w+)/,
  /PF:v(?<version>[\d.]+)/,
  /software: PowerAlert (?<version>[\d.]+)/,
  /, fw:(?<version>[\d.]+)/,
]

export interface Described {
  model?: string
  version?: string
  serial?: string
}

/** What a description says of model, version and serial. */
export function describedBy(description: string | undefined): Described {
  if (!description) return {}
  const plain = description.replaceAll(/\s+/g, ' ').trim()
  const found = patterns.map((pattern) => pattern.exec(plain)?.groups).find((groups) => groups !== undefined)
  if (found) return { ...found, version: found.version?.replace(/[,;.]+$/, '') }
  return loneModel(plain)
}

/** A description that is nothing but a type number: letters and digits together ("ES3510MA", "Optimizer 2400-SPAN"). */
function loneModel(plain: string): Described {
  const isShort = plain.length <= 40 && plain.split(' ').length <= 4
  return isShort &&
    /[A-Za-z]/.test(plain) &&
    /\d/.test(plain) &&
    !/linux|version|agent|oneos|alliedware|\bsmart switch/i.test(plain)
    ? { model: plain }
    : {}
}
