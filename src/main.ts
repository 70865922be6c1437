import { Command } from 'commander'
import { reportStartFault } from '#kernel/start/report'
import { unknownCommand } from './cli/unknown-command.ts'
import { version } from './cli/version.ts'

// Commands are loaded when they are called: `version` and `--help` answer at once.
const program = new Command('vigie')
  .description('Vigie: the one place from which an IT department runs its whole estate')
  .version(version, '-V, --version', 'say the version')
  .showHelpAfterError()
  .enablePositionalOptions()

program
  .command('up')
  .description('start everything: the database, the web UI and API, the workers')
  .action(async () => (await import('./cli/up.ts')).up())
const user = program.command('user').description('people, from the machine itself')
user
  .command('create')
  .description('add a person; answers the link to choose a password')
  .argument('<email>')
  .requiredOption('--name <name>')
  .option(
    '--role <role>',
    'administrator, engineer, technician, reader, client, or one of your own',
    'administrator',
  )
  .option('--organisation <name>', 'over this organisation only')
  .option('--language <language>', 'fr or en', 'fr')
  .action(async (email, options) => (await import('./cli/user.ts')).createUser(email, options))
user
  .command('token')
  .description('make an API token for a person; prints it once')
  .argument('<email>')
  .requiredOption('--name <name>', 'what it is for')
  .option('--rights <rights>', 'fewer rights than the person has, separated by commas')
  .option('--days <days>', 'how long it works; a year at most, and unless said')
  .action(async (email, options) => (await import('./cli/user.ts')).issueToken(email, options))
user
  .command('reset')
  .description('a new link to choose a password')
  .argument('<email>')
  .option('--second-factor', 'take the second factor away too')
  .action(async (email, options) => (await import('./cli/user.ts')).resetUser(email, options))
const audit = program.command('audit').description('the journal')
audit
  .command('verify')
  .description('find any changed, missing or reordered entry, and an end that was cut off')
  .action(async () => (await import('./cli/audit.ts')).verifyAudit())
audit
  .command('accept')
  .description('go on from the present end of the journal, after an older backup was put back')
  .action(async () => (await import('./cli/audit.ts')).acceptAudit())
program
  .command('version')
  .description('say the version')
  .action(() => void process.stdout.write(`${version}\n`))
program
  .command('openapi')
  .description('print the OpenAPI document')
  .action(async () => void process.stdout.write((await import('./cli/openapi.ts')).openApiText()))
program
  .command('api')
  .description('call an operation of the API: `vigie api sites list --q brest` (VIGIE_TOKEN holds the token)')
  .argument('[words...]', 'the operation: a noun and a verb')
  .allowUnknownOption()
  .passThroughOptions()
  .helpOption(false)
  .action(async (words: string[]) => (await import('./cli/api.ts')).callApi(words))

const unknown = unknownCommand(program, process.argv.slice(2))
try {
  if (unknown === null) await program.parseAsync()
  else {
    process.stderr.write(`vigie: ${unknown}\n`)
    process.exitCode = 1
  }
} catch (error) {
  process.exitCode = reportStartFault(error)
}
// A launcher that waits on its channel, a pool that closes late, or what `up` had to leave behind must not keep a finished
// command alive; what was written must be on its way first, though nobody may be reading it.
process.stdout.write('', () => process.exit())
setTimeout(() => process.exit(), 2_000).unref()
