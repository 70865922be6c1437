import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Actor } from './access.ts'
import type { Config } from './config.ts'
import type { Domain, Engine, House } from './domain.ts'
import {
  createDatabase,
  createProbe,
  migrate,
  openPool,
  type Database,
  type DatabaseAddress,
  type MigrationSet,
} from './database.ts'
import { createOutbox, deliverDue, outboxChannel, type Outbox } from './events.ts'
import { createMetrics } from './metrics/registry.ts'
import { addDocuments } from './http/documents.ts'
import { ownHosts } from './http/hosts.ts'
import { openApiDocument } from './http/openapi.ts'
import { followRequests, type Running } from './http/running.ts'
import { createServer } from './http/server.ts'
import { addWeb } from './http/static.ts'
import { loadSentences, type Sentences } from './i18n.ts'
import { createCycleRunner, cycle, type CycleContext, type CycleRunner } from './jobs.ts'
import { createNotices, type Notices } from './jobs/notices.ts'
import { houseOperations } from './house-operations.ts'
import { housekeeping } from './housekeeping.ts'
import type { Log } from './log.ts'
import type { Ground, Operation } from './operations.ts'
import { createHub } from './realtime/hub.ts'
import { stopInTurn } from './start/stop-in-turn.ts'

export interface HouseOptions {
  config: Config
  address: DatabaseAddress
  domains: readonly Domain[]
  masterKey: Buffer
  log: Log
  version: string
  isFirstStart?: boolean
  tls?: { cert: string; key: string } | undefined
}

export interface RunningHouse {
  server: FastifyInstance
  database: Database
  sentences: Sentences
  operations: readonly Operation[]
  /** What `systemWrite` stands on. */
  ground: Ground
  stop(): Promise<void>
}

export const kernelMigrations: MigrationSet = {
  schema: 'kernel',
  folder: new URL('./migrations/', import.meta.url),
}

export function migrationSets(domains: readonly Domain[]): MigrationSet[] {
  return [kernelMigrations, ...domains.flatMap((domain) => domain.migrations ?? [])]
}

/** Puts the house together: migrates, starts the domains' engines and the cycles, mounts every operation. */
export async function startHouse(options: HouseOptions): Promise<RunningHouse> {
  const { config, domains, log } = options
  await migrate(options.address.owner, migrationSets(domains))
  const database = createDatabase(openPool(options.address.app, log))
  const outbox = createOutbox(listenersByType(domains))
  const notices = createNotices(database, log)
  const roles = new Set(config.roles)
  const cycleContext = cycleContextOf(database, outbox, journalOf(domains), log)
  const rights = domains.flatMap((domain) => domain.rights)
  const sentences = await loadSentences(localeFolders(domains))
  let mounted: readonly Operation[] = []
  const house: House = {
    config,
    database,
    outbox,
    log,
    masterKey: options.masterKey,
    roles,
    isFirstStart: options.isFirstStart ?? false,
    rights,
    sentences,
    operations: () => mounted,
    cycleContext,
  }
  const cycles = roles.has('worker') ? startCycles(domains, cycleContext, notices) : undefined
  const engines: Engine[] = []
  for (const domain of domains) {
    const engine = await domain.start?.(house)
    if (engine) engines.push(engine)
  }
  const { server, running, operations } = await openDoors(options, {
    database,
    outbox,
    notices,
    sentences,
    engines,
    cycles,
  })
  mounted = operations
  await notices.start()
  cycles?.start()
  return {
    server,
    database,
    sentences,
    operations,
    ground: cycleContext,
    stop: () =>
      stopInTurn(
        [
          { what: 'http', mostMs: answersMostMs + 3_000, stop: () => closeServer(server, running) },
          ...engines.toReversed().map((engine) => ({ what: engine.name, stop: () => engine.stop() })),
          { what: 'cycles', stop: async () => cycles?.stop() },
          { what: 'notices', stop: () => notices.stop() },
          // Bounded by itself: what still waits for an answer ends with its connection.
          { what: 'connections', mostMs: 15_000, stop: () => database.close() },
        ],
        log,
      ),
  }
}

/** How long requests that run may take to be answered while it stops: what they wrote is said to have been written. */
const answersMostMs = 5_000

/** Nobody new is let in, what runs is answered, and then every connection is ended, also one that comes meanwhile. */
async function closeServer(server: FastifyInstance, running: Running): Promise<void> {
  const closed = server.close()
  await running.rest(answersMostMs)
  server.server.closeAllConnections()
  const late = setInterval(() => server.server.closeAllConnections(), 250)
  await closed.finally(() => clearInterval(late))
}

interface Parts {
  database: Database
  outbox: Outbox
  notices: Notices
  sentences: Sentences
  engines: Engine[]
  cycles: CycleRunner | undefined
}

async function openDoors(options: HouseOptions, parts: Parts) {
  const { domains, log, config } = options
  const { database, outbox, notices, sentences } = parts
  const metrics = createMetrics()
  const hub = createHub(
    database,
    notices,
    domains.flatMap((domain) => domain.events),
    log,
  )
  const authenticate = authenticator(domains, database)
  const operations = [
    ...houseOperations({
      hub,
      authenticate,
      unwell: unwellParts(createProbe(options.address.app), parts),
      metrics: () => metrics.text() + parts.engines.map((engine) => engine.metrics?.() ?? '').join(''),
      cycles: () => parts.cycles?.health() ?? [],
      searches: domains.flatMap((domain) => domain.searches),
    }),
    ...domains.flatMap((domain) => domain.operations),
  ]
  const server = createServer(
    operations,
    { database, outbox, sentences, authenticate, journal: journalOf(domains), measured: metrics.request },
    {
      tls: options.tls,
      trustedProxies: [...config.trustedProxies],
      ownHosts: ownHosts(config),
      log,
    },
  )
  const running = followRequests(server.server)
  addDocuments(server, openApiDocument(operations, options.version))
  addWeb(server)
  await server.ready()
  return { server, running, operations }
}

/** Answers the names of what is not well: the database, its notices, engines. */
function unwellParts(probe: () => Promise<boolean>, { notices, engines }: Parts): () => Promise<string[]> {
  return async () => [
    ...((await probe()) ? [] : ['database']),
    ...(notices.isConnected() ? [] : ['notices']),
    ...engines.filter((engine) => !engine.isHealthy()).map(({ name }) => name),
  ]
}

/** The namespaces of sentences: the kernel's and each domain's. */
export function localeFolders(domains: readonly Domain[]): { namespace: string; folder: URL }[] {
  return [
    { namespace: 'kernel', folder: new URL('./locales/', import.meta.url) },
    ...domains.flatMap((domain) =>
      domain.locales ? { namespace: domain.name, folder: domain.locales } : [],
    ),
  ]
}

function listenersByType(domains: readonly Domain[]): (type: string) => readonly string[] {
  const byType = new Map<string, string[]>()
  for (const { name, type } of domains.flatMap((domain) => domain.listeners))
    byType.set(type, [...(byType.get(type) ?? []), name])
  return (type) => byType.get(type) ?? []
}

function cycleContextOf(
  database: Database,
  outbox: Outbox,
  journal: CycleContext['journal'],
  log: Log,
): Omit<CycleContext, 'signal'> {
  return {
    database,
    outbox,
    journal,
    log,
    system: (run) =>
      database.system(
        async (tx) => {
          const said: Parameters<Parameters<typeof run>[1]>[0][] = []
          const result = await run(tx as never, (event) => void said.push(event))
          await outbox.put(tx as never, said)
          return result
        },
        { isJob: true },
      ),
  }
}

function startCycles(
  domains: readonly Domain[],
  context: Omit<CycleContext, 'signal'>,
  notices: Notices,
): CycleRunner {
  const listeners = new Map(domains.flatMap((domain) => domain.listeners).map((one) => [one.name, one]))
  const delivery = cycle({
    name: 'events.deliver',
    everyMs: 5_000,
    wakeOn: [outboxChannel],
    run: async (given) => (await deliverDue(given, listeners)).more,
  })
  const cycles = [delivery, housekeeping, ...domains.flatMap((domain) => domain.cycles)]
  const runner = createCycleRunner(cycles, context)
  for (const channel of new Set(cycles.flatMap((one) => one.wakeOn ?? [])))
    notices.on(channel, () => runner.wake(channel))
  return runner
}

function authenticator(
  domains: readonly Domain[],
  database: Database,
): (request: FastifyRequest) => Promise<Actor> {
  const ask = domains.find((domain) => domain.authenticate)?.authenticate
  if (!ask) throw new Error('no domain says who sends a request')
  return (request) => ask(request, database)
}

function journalOf(domains: readonly Domain[]): NonNullable<Domain['journal']> {
  const journal = domains.find((domain) => domain.journal)?.journal
  if (!journal) throw new Error('no domain keeps a journal')
  return journal
}
