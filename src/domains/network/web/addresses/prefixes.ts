/** The networks that are nobody's own: where people begin to look. */
const usual = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16']

/**
 * The prefixes that somebody may mean by what was typed: `10.1` is 10.1.0.0/16, `10.1.2.3` its /24 and itself;
 * with a length or in IPv6, what was typed. Nothing for what is no address.
 */
export function prefixesLike(typed: string): string[] {
  const text = typed.trim().toLowerCase()
  if (text === '') return usual
  const [address = '', length] = text.split('/')
  if (/^[\da-f:]*:[\da-f:]*$/.test(address)) return v6(address, length)
  const parts = address.replace(/\.$/, '').split('.')
  if (parts.length > 4 || parts.some((part) => !/^\d{1,3}$/.test(part) || Number(part) > 255)) return []
  const whole = [...parts.map(Number), 0, 0, 0].slice(0, 4)
  if (length !== undefined) return isWithin(length, 32) ? [`${whole.join('.')}/${Number(length)}`] : []
  const own = `${whole.join('.')}/${parts.length * 8}`
  return parts.length === 4 ? [`${whole.slice(0, 3).join('.')}.0/24`, own] : [own]
}

function v6(address: string, length: string | undefined): string[] {
  const groups = address.split('::')
  const written = groups.flatMap((side) => side.split(':').filter(Boolean))
  if (
    address.includes(':::') ||
    groups.length > 2 ||
    written.length > 8 ||
    written.some((group) => group.length > 4)
  )
    return []
  const isWhole = groups.length === 2 || written.length === 8
  const whole = isWhole ? address : `${written.join(':')}::`
  if (length !== undefined) return isWithin(length, 128) ? [`${whole}/${Number(length)}`] : []
  return [`${whole}/${isWhole && !address.endsWith('::') ? 128 : Math.max(written.length, 1) * 16}`]
}

const isWithin = (length: string, most: number) => /^\d{1,3}$/.test(length) && Number(length) <= most
