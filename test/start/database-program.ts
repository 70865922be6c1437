/**
 * A program that does nothing but run the embedded PostgreSQL, for tests that end it in every way:
 * `database-program.ts DATA_FOLDER`. It prints one line of JSON when it is ready, or when it cannot be.
 */
import { startEmbeddedPostgres } from '#kernel/database/embedded'
import { StartFault } from '#kernel/start/fault'
import { onStopRequest } from '#kernel/start/stop-request'

const log = { info() {}, warn() {}, error() {} }
const said: string[] = []

try {
  const server = await startEmbeddedPostgres({
    dataFolder: process.argv[2]!,
    log,
    say: (sentence) => said.push(sentence),
    settings: { fsync: 'off' },
  })
  onStopRequest(
    () => void server.stop(),
    () => process.exit(1),
  )
  console.log(
    JSON.stringify({ pid: server.pid, folder: server.folder, host: server.connection('x').host, said }),
  )
} catch (error) {
  if (!(error instanceof StartFault)) throw error
  console.log(JSON.stringify({ fault: error.code, sentence: error.sentence, said }))
}
