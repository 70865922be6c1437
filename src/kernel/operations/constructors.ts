import { z } from 'zod'
import type { Tx } from '../database.ts'
import { runAction, runCommand } from './run-write.ts'
import { contextOf } from './context.ts'
import { onRepeat } from './idempotency.ts'
import type {
  ActionDefinition,
  Call,
  CommandDefinition,
  EndpointDefinition,
  Ground,
  Operation,
  QueryDefinition,
  Route,
} from './types.ts'

const defaultBodyLimit = 1 << 20

/** The four constructors of operations, typed by one domain's own tables. */
export function operationsOf<T>(domain: string) {
  return {
    /** Reads, in a read-only transaction under row-level security. */
    query<R extends Route, I extends z.ZodType, O extends z.ZodType>(
      definition: QueryDefinition<T, R, I, O>,
    ): Operation<R, I, O> {
      return {
        ...shape(domain, 'query', definition),
        execute: (call, ground) =>
          reading<T, unknown>(definition, call, ground, (tx) =>
            definition.run(tx, call.input as z.output<I>, contextOf(call)),
          ),
      }
    },

    /** Writes: transaction, right, input, version, isolation, journal and outbox in one commit. */
    command<R extends Route, I extends z.ZodType, O extends z.ZodType>(
      definition: CommandDefinition<T, R, I, O>,
    ): Operation<R, I, O> {
      return {
        ...shape(domain, 'command', definition),
        versioned: isVersioned(definition),
        onRepeat: onRepeat(definition),
        status: definition.status ?? 200,
        execute: (call, ground) => runCommand(definition, call, ground),
      }
    },

    /** A command with work outside, between two short transactions. */
    action<R extends Route, I extends z.ZodType, O extends z.ZodType, S, W>(
      definition: ActionDefinition<T, R, I, O, S, W>,
    ): Operation<R, I, O> {
      return {
        ...shape(domain, 'action', definition),
        onRepeat: onRepeat(definition),
        status: definition.status ?? 200,
        execute: (call, ground) => runAction(definition, call, ground),
      }
    },

    /** What is not JSON: events, uploads, downloads, `/metrics`. */
    endpoint<R extends Route, I extends z.ZodType, O extends z.ZodType = z.ZodUnknown>(
      definition: EndpointDefinition<R, I, O>,
    ): Operation<R, I, O> {
      const output = definition.answers ?? (z.unknown() as z.ZodType as O)
      return {
        ...shape(domain, 'endpoint', { ...definition, output }),
        produces: definition.produces,
        outsideApi: definition.outsideApi ?? false,
        execute: (call, ground) =>
          definition.handle({
            input: call.input as z.output<I>,
            request: call.request,
            reply: call.reply,
            context: contextOf(call),
            read: <U, X>(run: (tx: Tx<U>) => Promise<X>) => ground.database.read<U, X>(call.access, run),
          }),
      }
    },
  }
}

function reading<T, X>(
  definition: { as?: 'system' },
  call: Call,
  ground: Ground,
  run: (tx: Tx<T>) => Promise<X>,
) {
  return definition.as === 'system'
    ? ground.database.system<T, X>(run)
    : ground.database.read<T, X>(call.access, run)
}

function shape<R extends Route, I extends z.ZodType, O extends z.ZodType>(
  domain: string,
  kind: Operation['kind'],
  definition: {
    name: string
    route: R
    right: Operation['right']
    over?: Operation['over']
    summary: string
    input: I
    output: O
    bodyLimit?: number
    consumes?: string[]
  },
): Omit<Operation<R, I, O>, 'execute'> {
  const { name, route, right, summary, input, output } = definition
  return {
    kind,
    domain,
    name,
    route,
    right,
    over: definition.over ?? 'something',
    summary,
    input,
    output,
    bodyLimit: definition.bodyLimit ?? defaultBodyLimit,
    versioned: false,
    onRepeat: undefined,
    status: 200,
    produces: 'application/json',
    consumes: definition.consumes,
    outsideApi: false,
  }
}

/** A PATCH or PUT of one row must say which version it changes. */
function isVersioned(definition: { route: Route; versioned?: boolean; subject?: { id?: string } }): boolean {
  const replaces = definition.route.startsWith('PATCH ') || definition.route.startsWith('PUT ')
  return definition.versioned ?? (replaces && definition.subject?.id !== undefined)
}
