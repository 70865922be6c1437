import type { Input } from '#web/api.ts'
import type { CheckItem } from '../words.ts'

/** What is typed of a check of a service, in the form that gives it and in the one that changes it. */
export type ServiceValues = {
  template: ServiceName | null
  port: number | null
  /** The name in the URL, or the URL itself; the certificate's name; the DNS name. */
  target: string
  status: string[]
  text: string
  jsonPath: string
  jsonEquals: string
  type: string | null
  verify: boolean
}

export const serviceNames = ['tcp', 'http', 'tls', 'dns'] as const
export type ServiceName = (typeof serviceNames)[number]

export const emptyService: ServiceValues = {
  template: 'http',
  port: null,
  target: '',
  status: [],
  text: '',
  jsonPath: '',
  jsonEquals: '',
  type: 'A',
  verify: true,
}

type Given = Input<'POST /checks'>
type Settings<T extends ServiceName> = Extract<Given, { template: T }>['settings']

/** What the API takes. */
export function settingsOf(values: ServiceValues): { template: ServiceName; settings: Given['settings'] } {
  const { port, target, text, type, verify } = values
  const wanted = text.trim()
  switch (values.template) {
    case 'tcp':
      return { template: 'tcp', settings: { port: port!, ...(wanted ? { greeting: wanted } : {}) } }
    case 'tls':
      return {
        template: 'tls',
        settings: {
          ...(port ? { port } : {}),
          ...(target.trim() ? { serverName: target.trim() } : {}),
          verify,
        },
      }
    case 'dns':
      return {
        template: 'dns',
        settings: {
          name: target.trim(),
          type: (type ?? 'A') as NonNullable<Settings<'dns'>['type']>,
          ...(wanted ? { record: wanted } : {}),
        },
      }
    default:
      return { template: 'http', settings: pageOf(values) }
  }
}

function pageOf({ target, status, text, jsonPath, jsonEquals, verify }: ServiceValues): Settings<'http'> {
  return {
    url: target.trim(),
    verify,
    ...(status.length > 0 ? { status: status.map(Number) } : {}),
    ...(text.trim() ? { text: text.trim() } : {}),
    ...(jsonPath.trim() ? { json: { path: jsonPath.trim(), equals: jsonEquals.trim() } } : {}),
  }
}

/** A check's settings as they are typed. */
export function typedOf({ template, settings }: CheckItem): ServiceValues {
  const said = settings as Record<string, unknown> & { json?: { path: string; equals: string } }
  const word = (name: string) => (typeof said[name] === 'string' ? said[name] : '')
  return {
    ...emptyService,
    template: template as ServiceName,
    port: typeof said.port === 'number' ? said.port : null,
    target: word('url') || word('serverName') || word('name'),
    status: Array.isArray(said.status) ? said.status.map(String) : [],
    text: word('text') || word('greeting') || word('record'),
    jsonPath: said.json?.path ?? '',
    jsonEquals: said.json?.equals ?? '',
    type: word('type') || 'A',
    verify: said.verify !== false,
  }
}

export function isService(template: string): template is ServiceName {
  return (serviceNames as readonly string[]).includes(template)
}

/** What is missing or wrong, by field, as keys of the locale files. */
export function faultsOfService({ template, port, target, status }: ServiceValues): Record<string, string> {
  const faults: Record<string, string> = {}
  if (template === 'tcp' && !port) faults.port = 'service.portMissing'
  if (template === 'http' && !/^https?:\/\/\S+$/.test(target.trim())) faults.target = 'service.urlWrong'
  if (template === 'dns' && !target.trim()) faults.target = 'service.nameMissing'
  if (status.some((one) => !/^[1-5]\d\d$/.test(one))) faults.status = 'service.statusWrong'
  return faults
}
