import { resolve } from 'node:path'
import { defaultUrl, isLoopback } from './config/address.ts'
import { readEnvironment, type WrittenValues } from './config/environment.ts'
import { readFile } from './config/file.ts'
import { ConfigurationFault, type Mistake } from './config/mistake.ts'
import { schema, type Values } from './config/schema.ts'
import { settings, type SettingName } from './config/settings.ts'
import type { ListenAddress } from './config/values.ts'

export { ConfigurationFault } from './config/mistake.ts'
export { settings } from './config/settings.ts'

/** How the listener encrypts: not at all (loopback), with the given files, or with a certificate of its own. */
export type TlsChoice =
  | { mode: 'off' }
  | { mode: 'self-signed' }
  | { mode: 'files'; certificateFile: string; keyFile: string }

/** Without a name for the organisation, the one who makes it finds one. */
export type FirstAdministrator = {
  email: string
  password: string
  organisation: string | null
  language: 'fr' | 'en'
}

/** The settings, checked; frozen to the depths. Paths are absolute. */
export type Config = {
  readonly dataFolder: string
  /** An empty host never occurs: every address of the machine is `::`. Port 0 lets the system choose. */
  readonly listen: Readonly<ListenAddress>
  /** The public address without a closing slash, such as `http://localhost:8420`. */
  readonly url: string
  /** Whether a person set `url`; otherwise it follows the port listened on (see `listeningOn`). */
  readonly isUrlGiven: boolean
  readonly trustedProxies: readonly string[]
  readonly tls: Readonly<TlsChoice>
  /** null: the embedded PostgreSQL. */
  readonly databaseUrl: string | null
  readonly firstAdministrator: Readonly<FirstAdministrator> | null
  /** Base64 of 32 bytes; null: the file in the data folder. */
  readonly masterKey: string | null
  readonly smtp: Readonly<{ url: string; from: string }> | null
  readonly outgoingProxy: Readonly<{ url: string; except: readonly string[] }> | null
  readonly logLevel: Values['VIGIE_LOG_LEVEL']
  readonly roles: readonly ('web' | 'worker')[]
  /** The path of the control socket; null except in tests. */
  readonly testControl: string | null
}

export type ConfigSource = {
  env: NodeJS.ProcessEnv
  /** The folder on which relative paths in the environment stand. */
  cwd: string
  /** The folder of vigie.yaml, on which its relative paths and the defaults stand. By default `cwd`. */
  home?: string
  /** What others ask of a setting, beyond the form that the kernel knows. */
  judges?: Judges
}

/** Says what is wrong with what was written for a setting, ready to print; null where it is well. */
export type Judge = (text: string, others: Others) => string | null
export type Judges = Partial<Record<SettingName, Judge>>
export type Others = {
  /** What was written for another setting. */
  text(name: SettingName): string | undefined
  /** The absolute path of the file that was written for a setting. */
  path(name: SettingName): string | undefined
}

/**
 * The settings from the environment and from vigie.yaml, where the environment wins.
 * @throws {ConfigurationFault} with every mistake at once; no secret's value is in it.
 */
export function readConfig({ env, cwd, home = cwd, judges = {} }: ConfigSource): Config {
  const mistakes: Mistake[] = []
  const written = new Map([...readFile(home, mistakes), ...readEnvironment(env, mistakes)])
  const texts = settings.map(({ name, default: fallback }) => [
    name,
    written.get(name)?.text ?? (fallback || undefined),
  ])
  const parsed = schema.safeParse(Object.fromEntries(texts))
  const issues = parsed.error?.issues ?? []
  for (const issue of issues) {
    mistakes.push(wrongValue(issue.path[0] as SettingName, issue.message, written))
  }
  const isInEnvironment = (name: SettingName) => written.get(name)?.where === name
  const locate: Locate = (name, path) => resolve(isInEnvironment(name) ? cwd : home, path)
  const isWellFormed = (name: SettingName) => !issues.some(({ path }) => path[0] === name)
  mistakes.push(...judged(judges, written, isWellFormed, locate), ...missingPartners(written))
  if (!parsed.success || mistakes.length > 0) throw new ConfigurationFault(mistakes)
  return assemble(parsed.data, locate)
}

function judged(
  judges: Judges,
  written: WrittenValues,
  isWellFormed: (name: SettingName) => boolean,
  locate: Locate,
): Mistake[] {
  const text = (name: SettingName) => written.get(name)?.text
  const path = (name: SettingName) => {
    const file = text(name)
    return file === undefined ? undefined : locate(name, file)
  }
  return settings.flatMap(({ name }) => {
    const said = written.get(name)
    const problem = said && isWellFormed(name) ? judges[name]?.(said.text, { text, path }) : null
    return said && problem ? [{ where: said.where, problem }] : []
  })
}

/** The same settings once the system has chosen a port: `listen.port`, and `url` unless a person set it. */
export function listeningOn(config: Config, port: number): Config {
  const listen = Object.freeze({ ...config.listen, port })
  const url = config.isUrlGiven ? config.url : defaultUrl(listen, config.tls.mode !== 'off')
  return Object.freeze({ ...config, listen, url })
}

function wrongValue(name: SettingName, expected: string, written: WrittenValues): Mistake {
  const { text, where } = written.get(name)!
  const isSecret = settings.find((setting) => setting.name === name)!.isSecret
  const read = isSecret ? 'its value (not shown)' : JSON.stringify(text)
  return { where, problem: `${read} is not understood; expected ${expected}` }
}

const pairs: [SettingName, SettingName, boolean][] = [
  ['VIGIE_ADMIN_EMAIL', 'VIGIE_ADMIN_PASSWORD', true],
  ['VIGIE_ADMIN_ORGANISATION', 'VIGIE_ADMIN_EMAIL', false],
  ['VIGIE_TLS_CERT', 'VIGIE_TLS_KEY', true],
  // The sender alone is harmless: the server may be set on the screen.
  ['VIGIE_SMTP_URL', 'VIGIE_MAIL_FROM', false],
]

function missingPartners(written: WrittenValues): Mistake[] {
  return pairs.flatMap(([first, second, isMutual]) => {
    if (written.has(first) && !written.has(second)) return [missing(second, first)]
    if (isMutual && written.has(second) && !written.has(first)) return [missing(first, second)]
    return []
  })
}

function missing(name: SettingName, partner: SettingName): Mistake {
  return { where: name, problem: `missing; ${partner} needs it` }
}

/** The absolute path of what was written for a setting. */
type Locate = (name: SettingName, path: string) => string

function assemble(values: Values, locate: Locate): Config {
  const tls = chooseTls(values, locate)
  const listen = Object.freeze(values.VIGIE_LISTEN)
  const { VIGIE_SMTP_URL: smtpUrl, VIGIE_MAIL_FROM: from, HTTPS_PROXY: proxy } = values
  return Object.freeze({
    dataFolder: locate('VIGIE_DATA', values.VIGIE_DATA),
    listen,
    url: values.VIGIE_URL ?? defaultUrl(listen, tls.mode !== 'off'),
    isUrlGiven: values.VIGIE_URL !== undefined,
    trustedProxies: Object.freeze(values.VIGIE_TRUSTED_PROXIES ?? []),
    tls: Object.freeze(tls),
    databaseUrl: values.DATABASE_URL ?? null,
    firstAdministrator: chooseAdministrator(values),
    masterKey: values.VIGIE_MASTER_KEY ?? null,
    smtp: smtpUrl && from ? Object.freeze({ url: smtpUrl, from }) : null,
    outgoingProxy: proxy ? Object.freeze({ url: proxy, except: Object.freeze(values.NO_PROXY ?? []) }) : null,
    logLevel: values.VIGIE_LOG_LEVEL,
    roles: Object.freeze(values.VIGIE_ROLES),
    testControl: values.VIGIE_TEST_CONTROL ? locate('VIGIE_TEST_CONTROL', values.VIGIE_TEST_CONTROL) : null,
  })
}

function chooseAdministrator(values: Values): Readonly<FirstAdministrator> | null {
  const { VIGIE_ADMIN_EMAIL: email, VIGIE_ADMIN_PASSWORD: password } = values
  if (!email || !password) return null
  const { VIGIE_ADMIN_ORGANISATION: organisation = null, VIGIE_ADMIN_LANGUAGE: language } = values
  return Object.freeze<FirstAdministrator>({ email, password, organisation, language })
}

function chooseTls(values: Values, locate: Locate): TlsChoice {
  const { VIGIE_TLS_CERT: certificate, VIGIE_TLS_KEY: key } = values
  if (certificate && key) {
    return {
      mode: 'files',
      certificateFile: locate('VIGIE_TLS_CERT', certificate),
      keyFile: locate('VIGIE_TLS_KEY', key),
    }
  }
  return isLoopback(values.VIGIE_LISTEN.host) ? { mode: 'off' } : { mode: 'self-signed' }
}
