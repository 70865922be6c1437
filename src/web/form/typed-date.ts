const dayFirst = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:\D+(\d{1,2})\s?[:h]\s?(\d{2}))?$/
const yearFirst = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:\D+(\d{1,2})\s?[:h]\s?(\d{2}))?$/

/**
 * What was typed, as the form holds it: `2026-11-27`, or an instant of this machine's zone as ISO text in UTC. The day stands
 * before the month, as everywhere in Europe, unless the year comes first. Null where it is no date.
 */
export function readTyped(text: string, isDate: boolean): string | null {
  const typed = text.trim()
  const parts = yearFirst.exec(typed)?.slice(1) ?? dayMonthYear(dayFirst.exec(typed)?.slice(1))
  if (!parts) return null
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = parts.map((part) => Number(part ?? 0))
  const at = new Date(year, month - 1, day, hour, minute)
  // The 31st of November would be the 1st of December.
  const isReal = at.getMonth() === month - 1 && at.getDate() === day && hour < 24 && minute < 60
  if (!isReal) return null
  return isDate ? `${year}-${two(month)}-${two(day)}` : at.toISOString()
}

/** What the form holds, as a person types it: `27/11/2026`, `27/11/2026 14:30`. */
export function writeTyped(value: string | null, isDate: boolean): string {
  if (value === null || value === '') return ''
  if (isDate) return value.split('-').toReversed().join('/')
  const at = new Date(value)
  const day = `${two(at.getDate())}/${two(at.getMonth() + 1)}/${at.getFullYear()}`
  return `${day} ${two(at.getHours())}:${two(at.getMinutes())}`
}

const dayMonthYear = (parts: string[] | undefined) =>
  parts && [parts[2]!, parts[1]!, parts[0]!, ...parts.slice(3)]

const two = (value: number) => String(value).padStart(2, '0')
