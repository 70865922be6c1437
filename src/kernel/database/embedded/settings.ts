/** Settings of the embedded server by their PostgreSQL names. */
export type ServerSettings = Record<string, string>

/**
 * Modest in memory and processes, full durability. Everything travels on the command line, so that a change here
 * reaches data folders that exist already.
 */
const defaults: ServerSettings = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  max_connections: '80',
  superuser_reserved_connections: '3',
  shared_buffers: '64MB',
  work_mem: '4MB',
  maintenance_work_mem: '64MB',
  // Each of these keeps a process or a buffer that one machine without replicas has no use for.
  io_method: 'sync',
  max_wal_senders: '0',
  max_replication_slots: '0',
  max_logical_replication_workers: '0',
  wal_level: 'minimal',
  wal_buffers: '1MB',
  min_wal_size: '32MB',
  max_wal_size: '512MB',
  checkpoint_timeout: '10min',
  huge_pages: 'off',
  jit: 'off',
  // Explicit, so that neither the machine's locale nor its time zone shows through.
  lc_messages: 'C',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // LOG and worse: errors of single statements reach their caller, and their text may hold what must not be logged.
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_line_prefix: '',
  log_checkpoints: 'off',
  log_autovacuum_min_duration: '-1',
}

/** `-c name=value` for each setting, ours first and the caller's over them. */
export function settingArguments(settings: ServerSettings): string[] {
  return Object.entries({ ...defaults, ...settings }).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}
