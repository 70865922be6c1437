import type { Mistake } from './mistake.ts'
import { didYouMean } from './nearest.ts'
import { settings, type SettingName } from './settings.ts'

/** What was written for a setting, and where. */
export type Written = { text: string; where: string }
export type WrittenValues = Map<SettingName, Written>

const names: readonly string[] = settings.map(({ name }) => name)
// Of `vigie api`: where to call, and as whom. No settings of the server, but no mistakes either.
const ofCommandLine = ['VIGIE_API', 'VIGIE_TOKEN']

/** The settings in the environment. An empty variable says nothing; an unknown VIGIE_ one is a mistake. */
export function readEnvironment(env: NodeJS.ProcessEnv, mistakes: Mistake[]): WrittenValues {
  const values: WrittenValues = new Map()
  for (const { name } of settings) {
    const where = env[name] ? name : conventional(name, env)
    const text = env[where]
    if (text) values.set(name, { text, where })
  }
  for (const [name, value] of Object.entries(env)) {
    if (!name.startsWith('VIGIE_') || !value || names.includes(name) || ofCommandLine.includes(name)) continue
    mistakes.push({ where: name, problem: `no such setting${didYouMean(name, names)}` })
  }
  return values
}

/** curl and its kin write these two in small letters as often as in capitals. */
function conventional(name: SettingName, env: NodeJS.ProcessEnv): string {
  const small = name.toLowerCase()
  return (name === 'HTTPS_PROXY' || name === 'NO_PROXY') && env[small] ? small : name
}
