import { StartFault } from './fault.ts'

/**
 * Prints what kept Vigie from starting (on standard error) and answers the exit code: 1 for what a person can put
 * right, which gets its sentence alone; 70 (sysexits' "internal software error") for anything else, with its stack,
 * since that is for those who mend Vigie.
 */
export function reportStartFault(error: unknown, write: (text: string) => void = toStandardError): number {
  if (error instanceof StartFault) {
    write(
      `vigie: ${error.sentence}${error.sentence.endsWith('\n') ? '' : ' '}${error.remedy} [${error.code}]\n`,
    )
    return 1
  }
  write(
    `vigie: a fault of Vigie itself: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  )
  return 70
}

function toStandardError(text: string): void {
  process.stderr.write(text)
}
