import { Client } from 'pg'
import { codeOf } from './errno.ts'
import { StartFault } from './fault.ts'

const oldestVersion = 15
const connectTimeoutMs = 10_000

/**
 * Checks an external PostgreSQL: raises a StartFault where it cannot be reached, refuses us, is older than 15 or
 * does not store UTF-8. The address's password is in no message.
 */
export async function checkDatabase(address: string): Promise<void> {
  const client = new Client({ connectionString: address, connectionTimeoutMillis: connectTimeoutMs })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query<{ version: string; encoding: string }>(
      `select current_setting('server_version_num') as version, current_setting('server_encoding') as encoding`,
    )
    refuseUnfit(Math.floor(Number(rows[0]!.version) / 10_000), rows[0]!.encoding)
  } catch (error) {
    throw error instanceof StartFault ? error : unreachable(error, client)
  } finally {
    await client.end().catch(() => {})
  }
}

function refuseUnfit(version: number, encoding: string): void {
  if (version < oldestVersion) {
    throw new StartFault(
      'start-database-too-old',
      `The database of DATABASE_URL is PostgreSQL ${version}; Vigie needs ${oldestVersion} or later.`,
      'Bring it up to date, or leave DATABASE_URL away: Vigie then runs a database of its own.',
    )
  }
  if (encoding === 'UTF8') return
  throw new StartFault(
    'start-database-encoding',
    `The database of DATABASE_URL stores its text as ${encoding}; Vigie needs UTF8.`,
    'Create another one: create database vigie encoding UTF8 template template0.',
  )
}

function unreachable(error: unknown, { host, port, database, user }: Client): StartFault {
  const [reason, remedy] = reasonOf(error, { database: database ?? '', user: user ?? '' })
  return new StartFault(
    'start-database-unreachable',
    `The database of DATABASE_URL (${host}:${port}/${database}) ${reason}.`,
    `${remedy}, then start again.`,
    // The driver's own error may quote what it was given.
    {},
  )
}

/** What the driver's error means, and what to do: codes of the system, and of PostgreSQL (its appendix A). */
function reasonOf(error: unknown, { database, user }: { database: string; user: string }): [string, string] {
  const code = codeOf(error) ?? ''
  if (code === 'ECONNREFUSED' || code === 'ENOENT')
    return ['does not answer', 'Start it, or correct the address']
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return ['has an unknown host name', 'Correct the address']
  if (code === '3D000') return [`has no database "${database}"`, 'Create it, or correct the address']
  if (code === '57P03') return ['is still starting', 'Wait a moment']
  if (code === '53300') return ['has no connection left', 'Raise its max_connections']
  if (code === '28P01' || code === '28000') {
    return [`refuses the user "${user}"`, 'Correct the user and the password in the address']
  }
  const message = error instanceof Error ? error.message : ''
  if (/timeout/i.test(message))
    return ['did not answer within 10 seconds', 'Check the address and the firewall']
  if (/SSL|certificate/i.test(message)) return ['and Vigie do not agree on TLS', 'Set sslmode in the address']
  return [`cannot be used (${code || 'the connection broke'})`, 'Look into its log']
}
