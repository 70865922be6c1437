import type { Client } from './client.ts'

export interface Heard {
  type: string
  payload: Record<string, unknown>
}

export interface Ear {
  /** Resolves with the first event, of those heard so far or to come, that fits. */
  until(fits: (event: Heard) => boolean): Promise<Heard>
  heard: readonly Heard[]
  close(): void
}

/** Listens to the stream of events as a browser of this caller does. */
export async function hear(caller: Client): Promise<Ear> {
  const stop = new AbortController()
  const response = await fetch(new URL('/api/v1/events', caller.url), {
    signal: stop.signal,
    headers: {
      ...(caller.cookie ? { cookie: caller.cookie, 'x-vigie-request': '1' } : {}),
      ...(caller.token ? { authorization: `Bearer ${caller.token}` } : {}),
    },
  })
  const heard: Heard[] = []
  const waiting = new Set<(event: Heard) => void>()
  const reading = (async () => {
    let rest = ''
    for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) {
      const blocks = (rest + chunk).split('\n\n')
      rest = blocks.pop() ?? ''
      for (const block of blocks) {
        const data = /^id: .*\ndata: (.*)$/m.exec(block)?.[1]
        if (!data) continue
        const event = JSON.parse(data) as Heard
        heard.push(event)
        for (const tell of waiting) tell(event)
      }
    }
  })()
  reading.catch(() => undefined)
  return {
    heard,
    until: (fits) =>
      new Promise((resolve) => {
        const before = heard.find(fits)
        if (before) return resolve(before)
        const tell = (event: Heard) => {
          if (!fits(event)) return
          waiting.delete(tell)
          resolve(event)
        }
        waiting.add(tell)
      }),
    close: () => stop.abort(),
  }
}
