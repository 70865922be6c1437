/** What changed, as the server says it. */
export interface LiveEvent {
  id: string
  type: string
  organisationId: string | null
  placeId: string | null
  /** ISO text. */
  at: string
  payload: Record<string, unknown>
}

/** What the stream tells each tab. */
export type LiveMessage =
  | { kind: 'event'; event: LiveEvent }
  /** Something may have been missed: everything must be read again. */
  | { kind: 'resync' }
  | { kind: 'status'; isLive: boolean }
