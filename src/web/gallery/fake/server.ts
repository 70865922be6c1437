import { makeDevices } from './devices.ts'
import { listDevices } from './device-list.ts'
import { previewOf } from './import.ts'
import { FakeStream, say } from './stream.ts'

/** Times are fixed, so that two screenshots are the same; the page's own clock runs from here. */
const devices = makeDevices(10_000, Date.now())

const me = {
  id: 'p1',
  name: 'Anne Le Goff',
  email: 'anne.legoff@sdis29.example',
  phone: '',
  language: 'fr',
  preferences: {} as Record<string, unknown>,
  hasSecondFactor: true,
  rights: ['device.read', 'device.write'],
  rightsOverEverything: ['device.read', 'device.write'],
  organisations: [
    { id: 'o1', name: 'SDIS du Finistère', isWhole: true },
    { id: 'o2', name: 'Communauté de communes du Haut-Léon et du pays de Landivisiau', isWhole: true },
    { id: 'o3', name: 'Mairie de Morlaix', isWhole: true },
  ],
  isEverywhere: true,
}

type Answer = [status: number, body: unknown]

/** Plays the API within the page, with answers that take a moment. */
export function playServer(): void {
  const real = globalThis.fetch
  const settings = new URLSearchParams(location.search)
  me.language =
    settings.get('lang') ?? (JSON.parse(localStorage.getItem('vigie.language') ?? '"fr"') as string)
  me.preferences = JSON.parse(localStorage.getItem('vigie.preferences') ?? '{}') as Record<string, unknown>
  Object.assign(globalThis, { gallery: { say, devices, changeBehind } })
  globalThis.fetch = async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : String(input), location.origin)
    if (!url.pathname.startsWith('/api/v1/')) return real(input, init)
    const body =
      typeof init?.body === 'string' ? (JSON.parse(init.body) as Record<string, unknown>) : init?.body
    await new Promise((resolve) => setTimeout(resolve, 25))
    if (init?.signal?.aborted) throw new DOMException('aborted', 'AbortError')
    const [status, answer] = await answerTo(
      `${init?.method ?? 'GET'} ${url.pathname.slice('/api/v1'.length)}`,
      url.searchParams,
      body,
      new Headers(init?.headers),
    )
    return new Response(status === 204 ? null : JSON.stringify(answer), {
      status,
      headers: { 'content-type': 'application/json' },
    })
  }
  if (!settings.has('stream')) Object.assign(globalThis, { SharedWorker: undefined, EventSource: FakeStream })
}

async function answerTo(
  route: string,
  query: URLSearchParams,
  body: unknown,
  headers: Headers,
): Promise<Answer> {
  const id = /^(?:GET|PATCH) \/gallery\/devices\/(\w+)$/.exec(route)?.[1]
  if (id)
    return route.startsWith('GET')
      ? readDevice(id)
      : changeDevice(id, body as Record<string, unknown>, headers)
  if (route === 'GET /me') return [200, me]
  if (route === 'PATCH /me')
    return [
      200,
      Object.assign(me, body, { preferences: { ...me.preferences, ...(body as typeof me).preferences } }),
    ]
  if (route === 'GET /gallery/devices') return [200, listDevices(devices, query)]
  if (route === 'GET /gallery/none') return [200, { items: [], nextCursor: null, total: 0 }]
  if (route === 'GET /gallery/slow') return new Promise(() => {})
  if (route === 'GET /gallery/failing')
    return problem(
      503,
      'database-unavailable',
      'La base de données ne répond pas. Vos données sont intactes ; réessayez dans un instant.',
    )
  if (route === 'GET /search') return [200, search(query.get('q') ?? '')]
  if (route === 'POST /gallery/import/preview') return [200, previewOf(query.get('mapping'))]
  if (route === 'POST /gallery/import') return [200, { created: 214, changed: 3, same: 21, skipped: 2 }]
  return problem(404, 'not-found', 'Cet élément n’existe pas, ou vous n’y avez pas accès.')
}

function readDevice(id: string): Answer {
  const device = devices.find((each) => each.id === id)
  return device
    ? [200, device]
    : problem(404, 'not-found', 'Cet élément n’existe pas, ou vous n’y avez pas accès.')
}

function changeDevice(id: string, change: Record<string, unknown>, headers: Headers): Answer {
  const device = devices.find((each) => each.id === id)
  if (!device) return readDevice(id)
  if (headers.get('if-match') !== `"${device.version}"`)
    return problem(
      412,
      'changed-meanwhile',
      'Quelqu’un a modifié cet élément entre-temps. Rien n’a été écrasé.',
      { version: device.version },
    )
  if (change.serial === 'pris')
    return problem(422, 'invalid-input', 'Certaines valeurs ne conviennent pas.', {
      errors: [
        { field: 'serial', code: 'already-exists', message: 'Ce numéro de série est celui de rtr-bre-0004.' },
      ],
    })
  Object.assign(device, change, { version: device.version + 1 })
  say('device.changed')
  return [200, { ...device }]
}

/** Somebody else changes a device, behind this page's back. */
function changeBehind(id: string, change: Record<string, unknown>): void {
  const device = devices.find((each) => each.id === id)
  if (device) Object.assign(device, change, { version: device.version + 1 })
}

function search(q: string) {
  const items = devices
    .filter(({ name, address, serial }) =>
      `${name} ${address} ${serial}`.toLowerCase().includes(q.toLowerCase()),
    )
    .slice(0, 8)
    .map(({ id, name, vendor, model, site }) => ({
      type: 'asset',
      id,
      name,
      detail: `${vendor} ${model} · ${site}`,
      href: `/devices/${id}`,
    }))
  return { items }
}

function problem(status: number, code: string, title: string, more: object = {}): Answer {
  return [
    status,
    {
      type: `/api/problems/${code}`,
      title,
      status,
      code,
      errors: [],
      instance: '019a7c1e-4b5d-7d10-9a35-5f1c0f2f7d11',
      ...more,
    },
  ]
}
