import { pino } from 'pino'

export type Log = pino.Logger

/** The program's log: JSON lines on standard error, secrets never among the fields. */
export function createLog(level: string): Log {
  return pino(
    {
      level,
      base: undefined,
      redact: {
        paths: [
          'password',
          '*.password',
          'token',
          '*.token',
          'req.headers.cookie',
          'req.headers.authorization',
        ],
      },
    },
    pino.destination({ dest: 2, sync: false }),
  )
}

export const silentLog: Log = pino({ level: 'silent' })
