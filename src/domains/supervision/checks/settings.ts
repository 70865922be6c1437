import { invalidField } from '#kernel/errors'
import {
  isService,
  serviceSettings,
  type ServiceSettings,
  type ServiceTemplate,
} from '../contract/services.ts'
import type { TemplateName } from '../contract/words.ts'
import { parseJsonPath } from '../services/json-path.ts'

type Wanted = { [T in ServiceTemplate]: { template: T; settings: ServiceSettings[T] } }[ServiceTemplate]

/** What a check is called where nobody says: what it asks. */
export function nameOfCheck(wanted: Wanted): string {
  switch (wanted.template) {
    case 'tcp':
      return String(wanted.settings.port)
    case 'http': {
      const { host, pathname } = new URL(wanted.settings.url)
      return `${host}${pathname === '/' ? '' : pathname}`.slice(0, longest)
    }
    case 'tls':
      return `${wanted.settings.serverName ?? ''}:${wanted.settings.port}`.slice(-longest)
    case 'dns':
      return `${wanted.settings.name} ${wanted.settings.type}`.slice(0, longest)
  }
}
const longest = 80

/** What a person set of a check by hand, completed. Throws where its template has no such settings. */
export function settingsOf(template: TemplateName, said: unknown): Record<string, unknown> {
  if (!isService(template)) throw invalidField('settings', 'supervision:problem.noSettings')
  const parsed = serviceSettings[template].safeParse(said)
  if (!parsed.success) throw invalidField('settings', 'supervision:problem.otherSettings')
  refuseWanted({ template, settings: parsed.data } as Wanted)
  return parsed.data
}

/** Refuses what no template can say of its settings by their shape alone. */
export function refuseWanted({ template, settings }: Wanted): void {
  if (template !== 'http') return
  const { username, password } = new URL(settings.url)
  // Whoever reads the check and the journal would read them.
  if (username || password) throw invalidField('settings.url', 'supervision:problem.urlPassword')
  if (settings.json && parseJsonPath(settings.json.path) === null)
    throw invalidField('settings.json.path', 'supervision:problem.jsonPath')
}
