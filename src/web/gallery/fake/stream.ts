const streams = new Set<FakeStream>()

/** Says an event to every open stream of this page. */
export function say(type: string, payload: Record<string, unknown> = {}): void {
  const event = {
    id: crypto.randomUUID(),
    type,
    organisationId: null,
    placeId: null,
    at: new Date().toISOString(),
    payload,
  }
  for (const stream of streams)
    stream.dispatchEvent(new MessageEvent('message', { data: JSON.stringify(event) }))
}

/** A stream that is open at once and says only what `say` is told. */
export class FakeStream extends EventTarget {
  static readonly CLOSED = 2
  readyState = 1

  constructor() {
    super()
    streams.add(this)
    setTimeout(() => this.dispatchEvent(new MessageEvent('hello', { data: '{}' })), 30)
  }

  close(): void {
    streams.delete(this)
    this.readyState = 2
  }
}
