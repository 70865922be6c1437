/**
 * What a text says that is one number with a decimal point, as maps and programs write it (`47.996`); undefined for
 * anything else.
 */
export function pointedNumber(text: string): number | undefined {
  const plain = text.trim().replace('\u2212', '-')
  return /^-?\d+\.\d+$/.test(plain) ? Number(plain) : undefined
}
