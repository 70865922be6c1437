import type { FastifyRequest } from 'fastify'
import type { Actor, Right } from './access.ts'
import type { Config } from './config.ts'
import type { Cycle, CycleContext } from './jobs.ts'
import type { Database, MigrationSet } from './database.ts'
import type { EventKind, Listener, Outbox } from './events.ts'
import type { JournalEntry, Operation } from './operations.ts'
import type { Log } from './log.ts'
import type { Sentences } from './i18n.ts'
import type { AnyTx } from './database.ts'
import type { Search } from './search.ts'

/** What a domain is given when the house starts. */
export interface House {
  config: Config
  database: Database
  outbox: Outbox
  log: Log
  /** 32 bytes from which keys for one purpose are derived (`createSealer`). */
  masterKey: Buffer
  roles: ReadonlySet<'web' | 'worker'>
  /** The first start on this data folder; the database may have been begun elsewhere. */
  isFirstStart: boolean
  /** The sentences of all domains, in both languages. */
  sentences: Sentences
  /** The rights that all domains declare. */
  rights: readonly Right[]
  /** Every operation of the house; none before its doors are open. */
  operations(): readonly Operation[]
  cycleContext: Omit<CycleContext, 'signal'>
}

/** Long-running work of a domain (supervision's scheduler): started after the migrations, stopped before the database. */
export interface Engine {
  name: string
  /** False tells `/api/health` that the house is not well. */
  isHealthy(): boolean
  /** Lines in Prometheus' text format. */
  metrics?(): string
  stop(): Promise<void>
}

/** A capability: what it can do, what it says, what it listens to, what it does on a clock. */
export interface Domain<Ops extends readonly Operation[] = readonly Operation[]> {
  name: string
  operations: Ops
  rights: readonly Right[]
  events: readonly EventKind[]
  listeners: readonly Listener[]
  /** What its things are found by, in the search over everything. */
  searches: readonly Search[]
  cycles: readonly Cycle[]
  migrations: MigrationSet | undefined
  /** The folder with fr.json and en.json. */
  locales: URL | undefined
  start?: ((house: House) => Promise<Engine | void>) | undefined
  /** Identity alone: who sends this request. */
  authenticate?: ((request: FastifyRequest, database: Database) => Promise<Actor>) | undefined
  /** Audit alone: writes the journal in the caller's transaction. */
  journal?: ((tx: AnyTx, ...entries: JournalEntry[]) => Promise<void>) | undefined
}

/**
 * Declares a domain. `here` is the index module's `import.meta.url`: `migrations/` and `locales/` lie beside it.
 */
export function defineDomain<const Ops extends readonly Operation[]>(
  definition: { name: string; here: string; operations: Ops; hasMigrations?: boolean } & Partial<
    Omit<Domain<Ops>, 'name' | 'operations' | 'migrations' | 'locales'>
  >,
): Domain<Ops> {
  const { here, hasMigrations = true, ...rest } = definition
  return {
    rights: [],
    events: [],
    listeners: [],
    searches: [],
    cycles: [],
    ...rest,
    migrations: hasMigrations
      ? { schema: definition.name, folder: new URL('./migrations/', here) }
      : undefined,
    locales: new URL('./locales/', here),
  }
}
