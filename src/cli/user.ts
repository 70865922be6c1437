import { ZodError } from 'zod'
import {
  createPersonAtConsole,
  issueTokenAtConsole,
  longestTokenLifeDays,
  resetPersonAtConsole,
} from '#identity'
import { nowMs } from '#kernel/clock'
import { Problem } from '#kernel/errors'
import type { RunningHouse } from '#kernel/house'
import type { Config } from '#kernel/config'
import type { Right } from '#kernel/access'
import { domains } from '../app.ts'
import { withHouse } from './with-house.ts'

interface CreateOptions {
  name: string
  role: string
  organisation?: string
  language: 'fr' | 'en'
}

export function createUser(email: string, options: CreateOptions): Promise<void> {
  return told(async ({ ground }, { url }) => {
    const { link } = await createPersonAtConsole(ground, {
      ...options,
      email,
      organisation: options.organisation ?? null,
      publicUrl: url,
    })
    return link ? `Created. The link to choose a password (it works once):\n${link}\n` : 'Created.\n'
  })
}

interface TokenOptions {
  name: string
  rights?: string
  days?: string
}

/** Prints the secret alone, so that a script can take it. */
export function issueToken(email: string, options: TokenOptions): Promise<void> {
  return told(async ({ ground }) => {
    const rights = options.rights?.split(',').filter(Boolean) ?? null
    const days = Number(options.days ?? longestTokenLifeDays)
    if (!(days > 0 && days <= longestTokenLifeDays))
      throw new ConsoleMistake(`--days takes a number of days, at most ${longestTokenLifeDays}`)
    const expiresAt = new Date(nowMs() + days * 86_400_000).toISOString()
    const secret = await issueTokenAtConsole(
      ground,
      email,
      { name: options.name, rights, expiresAt },
      domains.flatMap((domain) => domain.rights as readonly Right[]),
    )
    return `${secret}\n`
  })
}

export function resetUser(email: string, options: { secondFactor?: boolean }): Promise<void> {
  return told(async ({ ground }, { url }) => {
    const link = await resetPersonAtConsole(ground, email, { publicUrl: url, ...options })
    return `The link to choose a password (it works once):\n${link}\n`
  })
}

/** Prints the answer; what is wrong with the input is a sentence, not a stack. */
async function told(run: (house: RunningHouse, config: Config) => Promise<string>): Promise<void> {
  try {
    process.stdout.write(
      await withHouse((house, config) =>
        run(house, config).catch((error: unknown) => {
          throw sentence(error, house)
        }),
      ),
    )
  } catch (error) {
    if (!(error instanceof ConsoleMistake)) throw error
    process.stderr.write(`vigie: ${error.message}\n`)
    process.exitCode = 1
  }
}

class ConsoleMistake extends Error {}

function sentence(error: unknown, { sentences }: RunningHouse): unknown {
  if (error instanceof ZodError)
    return new ConsoleMistake(
      error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('\n       '),
    )
  // The last line of defence of a unique field: PostgreSQL's unique_violation.
  if ((error as { code?: string }).code === '23505')
    return new ConsoleMistake(sentences.t('en', 'kernel:problem.already-exists'))
  if (!(error instanceof Problem)) return error
  const more = error.errors.map(
    ({ field, code, params }) => `${field}: ${sentences.has(code) ? sentences.t('en', code, params) : code}`,
  )
  return new ConsoleMistake(
    [sentences.t('en', error.reason ?? `kernel:problem.${error.code}`, error.params), ...more].join(
      '\n       ',
    ),
  )
}
