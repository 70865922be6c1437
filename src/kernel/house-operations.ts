import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Actor } from './access.ts'
import type { CycleHealth } from './jobs.ts'
import { operationsOf } from './operations.ts'
import type { Hub } from './realtime/hub.ts'
import { searchOperation } from './search/operation.ts'
import type { Search } from './search.ts'
import { openStream, streamHeaders } from './realtime/stream.ts'

const { endpoint } = operationsOf<Record<string, never>>('house')

/** What the house itself answers: whether it is well, its figures, the stream of events. */
export function houseOperations(parts: {
  hub: Hub
  authenticate(request: FastifyRequest): Promise<Actor>
  /** The names of what is not well; none where all is. */
  unwell(): Promise<string[]>
  metrics(): string
  cycles(): CycleHealth[]
  searches?: readonly Search[]
}) {
  return [
    searchOperation(parts.searches ?? []),
    endpoint({
      name: 'house.health',
      route: 'GET /api/health',
      outsideApi: true,
      right: 'public',
      summary: '200 when the database answers and the scheduler runs, else 503 with what is wrong',
      input: z.object({}),
      produces: 'application/json',
      answers: z.object({
        status: z.enum(['ok', 'unavailable']),
        /** `database`, `notices` (of what changes in it), or an engine: `supervision`. */
        wrong: z.array(z.string()),
      }),
      handle: async ({ reply }) => {
        const wrong = await parts.unwell()
        const isWell = wrong.length === 0
        return reply.code(isWell ? 200 : 503).send({ status: isWell ? 'ok' : 'unavailable', wrong })
      },
    }),
    endpoint({
      name: 'house.metrics',
      route: 'GET /metrics',
      outsideApi: true,
      right: 'metrics.read',
      over: 'everything',
      summary: 'The figures of this process, in Prometheus’ text format',
      input: z.object({}),
      produces: 'text/plain; version=0.0.4',
      handle: async ({ reply }) =>
        reply
          .type('text/plain; version=0.0.4; charset=utf-8')
          .send(parts.metrics() + cycleLines(parts.cycles())),
    }),
    endpoint({
      name: 'house.events',
      route: 'GET /events',
      right: 'signed-in',
      summary: 'What changes, as server-sent events, within one’s rights',
      input: z.object({}),
      produces: 'text/event-stream',
      handle: async ({ request, reply, context }) => {
        // Fastify answers HEAD by what GET does; a stream has no end to wait for.
        if (request.method === 'HEAD') return reply.headers(streamHeaders).send()
        openStream(parts.hub, reply, context.person, () => parts.authenticate(request))
      },
    }),
  ] as const
}

function cycleLines(cycles: CycleHealth[]): string {
  const lines = ['# TYPE vigie_cycle_runs_total counter', '# TYPE vigie_cycle_failures_total counter']
  for (const { name, runs, failures, lastDurationMs } of cycles)
    lines.push(
      `vigie_cycle_runs_total{cycle="${name}"} ${runs}`,
      `vigie_cycle_failures_total{cycle="${name}"} ${failures}`,
      `vigie_cycle_last_duration_seconds{cycle="${name}"} ${lastDurationMs / 1000}`,
    )
  return `${lines.join('\n')}\n`
}
