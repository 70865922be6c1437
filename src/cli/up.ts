import { createServer } from 'node:net'
import type { Server as TlsServer } from 'node:tls'
import { listeningOn, type Config } from '#kernel/config'
import { openControlSocket } from '#kernel/control'
import { startHouse, type RunningHouse } from '#kernel/house'
import { createLog } from '#kernel/log'
import { checkPort, listenFault } from '#kernel/start/port'
import { stopInTurn, type Step } from '#kernel/start/stop-in-turn'
import { onStopRequest } from '#kernel/start/stop-request'
import { openCertificate } from '#kernel/tls'
import { firstAdministratorFromSettings, firstAdministratorLink } from '#identity'
import { domains } from '../app.ts'
import { beginGround, migrationFault, readSettings, type CliGround } from './ground.ts'
import { version } from './version.ts'

type Closers = Step[]

/** Runs everything until a person or the launcher ends it. Resolves when all is stopped. */
export async function up(): Promise<void> {
  const asked = Promise.withResolvers<void>()
  let isStopping = false
  const closers: Closers = []
  const forget = onStopRequest(
    () => {
      isStopping = true
      say('Stopping…')
      asked.resolve()
    },
    () => process.exit(130),
  )
  try {
    await start(closers, () => isStopping)
    await asked.promise
  } finally {
    // In reverse, and only once the start has come to an end: what it opens meanwhile is closed too.
    await stopInTurn(closers.toReversed(), createLog('warn'))
    forget()
  }
}

async function start(closers: Closers, isStopping: () => boolean): Promise<void> {
  const config = await withPort(readSettings({ serves: true }))
  await checkPort(config.listen)
  say('Starting the database…')
  const ground = await beginGround(config, say)
  closers.push({ what: 'database', mostMs: 40_000, stop: ground.close })
  const certificate = await openCertificate(config)
  if (isStopping()) return
  const house = await startHouse({
    ...ground,
    domains,
    version,
    tls: certificate ? { cert: certificate.cert, key: certificate.key } : undefined,
  }).catch((error: unknown) => {
    throw migrationFault(error)
  })
  closers.push({ what: 'house', mostMs: 60_000, stop: () => house.stop() })
  if (isStopping()) return
  await makeGivenAdministrator(house, ground)
  await house.server
    .listen({ host: config.listen.host, port: config.listen.port })
    .catch((error: unknown) => {
      throw listenFault(error, config.listen) ?? error
    })
  if (certificate) closers.push({ what: 'certificate', stop: renewDaily(house, config) })
  if (config.testControl) closers.push({ what: 'control', stop: await openControlSocket(config.testControl) })
  await welcome(house, config)
  if (certificate) say(`Certificate: SHA-256 ${certificate.fingerprint}`)
}

/** Port 0 lets the system choose; known before anything starts, since links and mails hold the address. */
async function withPort(config: Config): Promise<Config> {
  if (config.listen.port !== 0) return config
  const probe = createServer()
  await new Promise<void>((resolve, reject) =>
    probe.once('error', reject).listen({ host: config.listen.host, port: 0 }, resolve),
  )
  const address = probe.address()
  await new Promise((resolve) => probe.close(resolve))
  return listeningOn(config, typeof address === 'object' && address ? address.port : 0)
}

const dayMs = 24 * 3_600_000

/** A certificate that comes near its end, or was replaced on the disk, is taken up without a restart. */
function renewDaily(house: RunningHouse, config: Config): () => Promise<void> {
  const timer = setInterval(() => {
    openCertificate(config).then(
      (fresh) => fresh && (house.server.server as unknown as TlsServer).setSecureContext(fresh),
      (error: Error) => say(error.message),
    )
  }, dayMs)
  timer.unref()
  return async () => clearInterval(timer)
}

/** The first administrator that the settings name, before anybody can ask for anything. */
async function makeGivenAdministrator(house: RunningHouse, { config, log }: CliGround): Promise<void> {
  const given = config.firstAdministrator
  if (given && (await firstAdministratorFromSettings(house.ground, given)))
    log.info({}, 'the first administrator was made from the settings')
}

/** The sentence that people and scripts wait for, and on the first run the one-time link. */
async function welcome(house: RunningHouse, config: Config): Promise<void> {
  const link = await firstAdministratorLink(house.database, config.url)
  say(`Vigie is ready: ${config.url}`)
  if (link) say(`Create the first administrator (this link works once): ${link}`)
}

function say(sentence: string): void {
  process.stdout.write(`${sentence}\n`)
}
