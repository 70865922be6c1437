import { listeningOn, type Config } from '#kernel/config'
import { openControlSocket } from '#kernel/control'
import { startHouse, type RunningHouse } from '#kernel/house'
import { checkPort, listenFault } from '#kernel/start/port'
import { onStopRequest } from '#kernel/start/stop-request'
import { openCertificate } from '#kernel/tls'
import { firstAdministratorLink, makeFirstAdministrator } from '#identity'
import { domains } from '../app.ts'
import { openGround, migrationFault, type CliGround } from './ground.ts'
import { version } from './version.ts'

/** Runs everything until a person or the launcher ends it. Resolves when all is stopped. */
export async function up(): Promise<void> {
  const stopped = Promise.withResolvers<void>()
  let isStopping = false
  const closers: (() => Promise<void>)[] = []
  const stopAll = async () => {
    if (isStopping) return
    isStopping = true
    say('Stopping…')
    for (const close of closers.toReversed()) await close()
    stopped.resolve()
  }
  const fail = (error: unknown) => stopped.reject(error)
  const forget = onStopRequest(
    () => void stopAll().catch(fail),
    () => process.exit(130),
  )
  try {
    await start(closers, () => isStopping)
    await stopped.promise
  } catch (error) {
    for (const close of closers.toReversed()) await close().catch(() => undefined)
    throw error
  } finally {
    forget()
  }
}

async function start(closers: (() => Promise<void>)[], isStopping: () => boolean): Promise<void> {
  say('Starting the database…')
  const ground = await openGround({ say })
  closers.push(ground.close)
  const { listen } = ground.config
  if (listen.port !== 0) await checkPort(listen)
  const certificate = await openCertificate(ground.config)
  if (isStopping()) return
  const house = await startHouse({
    ...ground,
    domains,
    version,
    tls: certificate ? { cert: certificate.cert, key: certificate.key } : undefined,
  }).catch((error: unknown) => {
    throw migrationFault(error)
  })
  closers.push(() => house.stop())
  await makeGivenAdministrator(house, ground)
  const config = await listenOn(house, ground.config)
  if (config.testControl) closers.push(await openControlSocket(config.testControl))
  await welcome(house, config)
  if (certificate) say(`Certificate: SHA-256 ${certificate.fingerprint}`)
}

async function listenOn(house: RunningHouse, config: Config): Promise<Config> {
  try {
    await house.server.listen({ host: config.listen.host, port: config.listen.port })
  } catch (error) {
    throw listenFault(error, config.listen) ?? error
  }
  const address = house.server.server.address()
  return listeningOn(config, typeof address === 'object' && address ? address.port : config.listen.port)
}

/** The first administrator that the settings name, before anybody can ask for anything. */
async function makeGivenAdministrator(house: RunningHouse, ground: CliGround): Promise<void> {
  const given = ground.config.firstAdministrator
  if (!given || !(await firstAdministratorLink(house.database, ground.config.url))) return
  await house.database.system((tx) =>
    makeFirstAdministrator(tx as never, {
      name: given.email.split('@')[0]!,
      email: given.email.toLowerCase(),
      password: given.password,
      language: 'fr',
      organisation: 'Vigie',
    }),
  )
  ground.log.info({}, 'the first administrator was made from the settings')
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
