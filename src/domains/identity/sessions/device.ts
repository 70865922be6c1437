/** Order matters: each of these also names those below it (Chromium's User-Agent says "Chrome" and "Safari"). */
const browsers: readonly [pattern: RegExp, name: string][] = [
  [/\bEdgA?\/(\d+)/, 'Edge'],
  [/\bOPR\/(\d+)/, 'Opera'],
  [/\bSamsungBrowser\/(\d+)/, 'Samsung Internet'],
  [/\bFirefox\/(\d+)|\bFxiOS\/(\d+)/, 'Firefox'],
  [/\bChrome\/(\d+)|\bCriOS\/(\d+)/, 'Chrome'],
  [/\bVersion\/(\d+)\S* (?:Mobile\/\S+ )?Safari\//, 'Safari'],
  [/^curl\/(\d+)/, 'curl'],
]

const systems: readonly [pattern: RegExp, name: string][] = [
  [/\bAndroid\b/, 'Android'],
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b/, 'macOS'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bLinux\b/, 'Linux'],
]

/** What a person recognises a browser by, from its User-Agent (RFC 9110, 10.1.5); empty where it does not say. */
export function deviceOf(userAgent: string): { browser: string; system: string } {
  return { browser: browserOf(userAgent), system: systems.find(([one]) => one.test(userAgent))?.[1] ?? '' }
}

function browserOf(userAgent: string): string {
  for (const [pattern, name] of browsers) {
    const found = pattern.exec(userAgent)
    if (found) return `${name} ${found[1] ?? found[2]}`
  }
  return ''
}
