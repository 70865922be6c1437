import type { Socket } from 'node:net'
import pg from 'pg'
import { monotonicMs } from '../clock.ts'

interface Patience {
  /** How long an answer may take. */
  answerMs: number
  /** How long one is good for, however often it is asked. */
  freshMs: number
}

const patience: Patience = { answerMs: 2_000, freshMs: 1_000 }

/**
 * Whether the database takes a connection and answers on it: one of its own, so that neither a pool that is used up nor the
 * patience of requests hides that it is frozen.
 */
export function createProbe(
  config: pg.ClientConfig,
  { answerMs, freshMs }: Patience = patience,
): () => Promise<boolean> {
  let latest: { until: number; answers: Promise<boolean> } | undefined
  return () => {
    if (latest && monotonicMs() < latest.until) return latest.answers
    const asked = { until: Infinity, answers: answersWithin(config, answerMs) }
    latest = asked
    void asked.answers.then(() => (asked.until = monotonicMs() + freshMs))
    return asked.answers
  }
}

async function answersWithin(config: pg.ClientConfig, mostMs: number): Promise<boolean> {
  const client = new pg.Client({ ...config, application_name: 'vigie health' })
  client.on('error', () => undefined)
  const { promise: late, resolve } = Promise.withResolvers<false>()
  const timer = setTimeout(() => resolve(false), mostMs)
  const asked = client
    .connect()
    .then(() => client.query('select 1'))
    .then(
      () => true,
      () => false,
    )
  try {
    const answers = await Promise.race([asked, late])
    // What is frozen does not answer a farewell either: the socket is closed without one.
    if (answers) void client.end().catch(() => undefined)
    else socketOf(client).destroy()
    return answers
  } finally {
    clearTimeout(timer)
  }
}

/** Not among its types. */
const socketOf = (client: pg.Client) =>
  (client as unknown as { connection: { stream: Socket } }).connection.stream
