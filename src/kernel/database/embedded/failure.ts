import { StartFault } from '#kernel/start/fault'

/** The fault behind what initdb or postgres wrote before it gave up; `stderr` is quoted only by its one line. */
export function databaseFault(stderr: string, folder: string): StartFault {
  if (/No space left on device|Disk quota exceeded/.test(stderr)) {
    return new StartFault(
      'start-disk-full',
      `The disk that holds ${folder} is full.`,
      'Free some space, or set VIGIE_DATA to a folder on another disk.',
    )
  }
  if (/Permission denied|Read-only file system|Operation not permitted/.test(stderr)) {
    return new StartFault(
      'start-folder-not-writable',
      `PostgreSQL may not write in ${folder} (${lastLine(stderr)}).`,
      'Give that folder back to the user that runs Vigie, or set VIGIE_DATA to another one.',
    )
  }
  if (/lock file .* already exists/.test(stderr)) {
    return new StartFault(
      'start-already-running',
      `Another program uses the database in ${folder}.`,
      'Stop it first, or set VIGIE_DATA to another folder.',
    )
  }
  return new StartFault(
    'start-database-failed',
    `The embedded PostgreSQL did not start: ${lastLine(stderr)}.`,
    `Its data lie in ${folder}; free memory or disk, or restore a backup if they are damaged.`,
  )
}

function lastLine(stderr: string): string {
  const lines = stderr.split('\n').map((line) => line.trim())
  const fatal = lines.find((line) => /^(FATAL|PANIC|initdb: error|.*error while loading)/.test(line))
  const chosen = fatal ?? lines.filter(Boolean).at(-1) ?? 'it ended without a word'
  return chosen.replace(/^(FATAL|PANIC|initdb: error):\s*/, '').replace(/\.$/, '')
}
