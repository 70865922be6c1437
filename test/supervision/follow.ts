import type { Client } from '../client.ts'

export interface SaidEvent {
  type: string
  payload: Record<string, unknown>
}

/** A browser's stream of events: what was said since it opened, and a wait for what comes. */
export interface Followed {
  next(
    type: string,
    fits?: (payload: Record<string, unknown>) => boolean,
  ): Promise<SaidEvent & { afterMs: number }>
  /** All of one kind so far. */
  said(type: string): SaidEvent[]
  close(): void
}

const longestWaitMs = 25_000

export async function follow(client: Client): Promise<Followed> {
  const ending = new AbortController()
  const began = performance.now()
  const heard: SaidEvent[] = []
  const waiting = new Set<() => void>()
  const response = await fetch(new URL('/api/v1/events', client.url), {
    headers: client.cookie ? { cookie: client.cookie } : {},
    signal: ending.signal,
  })
  void read(response.body!, (event) => {
    heard.push(event)
    for (const wake of waiting) wake()
  })
  return {
    said: (type) => heard.filter((event) => event.type === type),
    close: () => ending.abort(),
    next(type, fits = () => true) {
      return new Promise((resolve, reject) => {
        const late = setTimeout(
          () => end(() => reject(new Error(`no ${type} was said: ${JSON.stringify(heard)}`))),
          longestWaitMs,
        )
        const look = () => {
          const found = heard.find((event) => event.type === type && fits(event.payload))
          if (found) end(() => resolve({ ...found, afterMs: performance.now() - began }))
        }
        const end = (how: () => void) => {
          clearTimeout(late)
          waiting.delete(look)
          how()
        }
        waiting.add(look)
        look()
      })
    },
  }
}

async function read(body: ReadableStream<Uint8Array>, heard: (event: SaidEvent) => void): Promise<void> {
  const decoder = new TextDecoder()
  let text = ''
  try {
    for await (const chunk of body) {
      text += decoder.decode(chunk, { stream: true })
      const blocks = text.split('\n\n')
      text = blocks.pop()!
      for (const block of blocks) {
        const data = block.split('\n').find((line) => line.startsWith('data: '))
        const event = data && (JSON.parse(data.slice(6)) as Partial<SaidEvent>)
        if (event && event.type) heard(event as SaidEvent)
      }
    }
  } catch {
    // The stream was closed, by us or by the house that stops.
  }
}
