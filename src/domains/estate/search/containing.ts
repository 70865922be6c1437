/** A pattern of LIKE for texts that contain this one: what the person typed is never a wildcard. */
export function containing(text: string): string {
  return `%${text.trim().replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
}
