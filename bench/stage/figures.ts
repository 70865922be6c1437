/** One line of the table: what was measured, what came out, and how it was made where the name does not say it. */
export interface Figure {
  what: string
  figure: string
  aim?: string
  how?: string
}

export function printTable(figures: Figure[]): void {
  const rows = figures.map(({ what, figure, aim = '', how = '' }) => [what, figure, aim, how])
  const all = [['what', 'figure', 'aim', 'how'], ...rows]
  const widths = [0, 1, 2].map((column) => Math.max(...all.map((row) => row[column]!.length)))
  for (const row of all)
    console.log(
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
}

export const seconds = (ms: number) => `${(ms / 1_000).toFixed(2)} s`
export const milliseconds = (ms: number) => `${ms.toFixed(1)} ms`
export const megabytes = (bytes: number) => `${(bytes / 1024 ** 2).toFixed(0)} MB`
export const kilobytes = (bytes: number) => `${(bytes / 1_000).toFixed(0)} kB`

/** The value that this share of all lie at or under (nearest rank). */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN
}
