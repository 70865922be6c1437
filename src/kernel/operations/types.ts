import type { FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { Access, Actor, Language, Person, Right } from '../access.ts'
import type { AnyTx, Tx } from '../database.ts'
import type { Problem } from '../errors.ts'
import type { EventInstance } from '../events/event.ts'

export type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'
export type Route = `${Method} /${string}`

/**
 * Who may call: holders of a right; `signed-in` (whoever has signed in, for what keeps to his rights by itself);
 * `own-account` (a person on what is his own: not a token that may less than he); `public` (anybody, the operation itself
 * guards what it tells).
 */
export type Requirement = Right | 'signed-in' | 'own-account' | 'public'

/**
 * How far the right must reach. `something`: row-level security does the rest. `everything`: what the operation reads or
 * changes belongs to no organisation (the mail server, roles, figures of the process), so nothing else would hold it back
 * from who holds the right over one site.
 */
export type Reach = 'something' | 'everything'

/** What the constructor knows about the call and offers to the verb. */
export interface Context {
  actor: Actor
  /** The person who acts. Throws where nobody is signed in (only `public` operations can meet that). */
  person: Person
  access: Access
  language: Language
  /** A sentence of a locale file (`estate:mail.subject`), in the caller's language. */
  say(key: string, params?: Record<string, unknown>): string
  /** The caller's address, proxies that are trusted taken away. */
  address: string
  now: Date
  userAgent: string
  /** Whether the caller came over HTTPS (cookies are then bound to it). */
  isSecure: boolean
  /** Sends headers along with the answer (cookies, Location). */
  header(name: string, value: string): void
  /** What was sent raw, to an operation that `consumes` it; empty where nothing was. */
  body: Buffer
}

export interface WriteContext extends Context {
  /** Puts an event in the outbox of this transaction. */
  emit(event: EventInstance): void
  /** Adds a line to the journal of this transaction, besides the one the constructor writes by itself. */
  journal(line: JournalLine): void
  /** Kept in a transaction of its own where this one is rolled back; a command's alone. */
  ifRefused(run: (tx: AnyTx) => Promise<void>): void
  /** Replaces what the constructor's own journal entry says it was about; `changes` are added to those it saw. */
  about(line: Partial<JournalLine>): void
}

export interface JournalLine {
  subjectType: string
  subjectId: string | null
  organisationId?: string | null
  /** The site it concerns: who may see only a part of the tree sees the history of that part. */
  placeId?: string | null
  /** What the thing was called when it happened, so that the journal stays readable after a deletion. */
  subjectName?: string | null
  /** Field by field, before and after; never a secret. */
  changes?: Record<string, [before: unknown, after: unknown]>
  /** `of`: the name of what the thing hangs off, where that is one (an interface's asset). */
  detail?: Record<string, unknown>
  /** Who turned out to act, where nobody had signed in when it began. */
  signedIn?: { id: string; name: string; session: string }
  /** Whose histories tell of it besides the subject's own: an asset's history of its addresses. */
  parentIds?: readonly string[]
}

/** The row that a command is about: locked, version-checked, compared before and after for the journal. */
export interface Subject {
  type: string
  table: string
  /** The input field that names the row; absent where the command creates it (the output then has `id`). */
  id?: string
  /** Events said of the row by themselves: `site` gives `site.created`, `site.changed`, `site.deleted`. */
  says?: string
  /** The right that lets a person hear of it. */
  heardWith?: Right
  /**
   * What a row hangs off that lies on no site of its own (an interface off its asset): a table with `site_id`, and the
   * columns that name its rows. The row lies where the first lies; the histories of all tell of it; events name them.
   */
  under?: { table: string; columns: readonly [string, ...string[]] }
}

interface Common<R extends Route, I extends z.ZodType, O extends z.ZodType> {
  /** Stable: the OpenAPI operationId and the words of `vigie api`: `sites.update`. */
  name: string
  route: R
  right: Requirement
  /** `something` unless said. */
  over?: Reach
  /** One English sentence for the API's documentation. */
  summary: string
  input: I
  output: O
  /** Bytes of body at most; 1 MiB unless said. */
  bodyLimit?: number
  /** The media types of a body it takes raw; the input is then in the query string. */
  consumes?: string[]
  /**
   * Runs as the role that sees every organisation. For operations that guard what they tell by themselves: a sign-in,
   * what is a person's own. Each use says why.
   */
  as?: 'system'
}

export interface QueryDefinition<T, R extends Route, I extends z.ZodType, O extends z.ZodType> extends Common<
  R,
  I,
  O
> {
  run(tx: Tx<T>, input: z.output<I>, context: Context): Promise<z.input<O>>
}

export interface CommandDefinition<
  T,
  R extends Route,
  I extends z.ZodType,
  O extends z.ZodType,
> extends Common<R, I, O> {
  subject?: Subject
  /** False where If-Match makes no sense although the route is a PATCH or PUT. */
  versioned?: boolean
  /** Its input or its answer holds a secret: neither reaches the store of repeated answers. */
  secret?: boolean
  /** 201 for what creates, else 200 (204 where the output is void). */
  status?: number
  run(tx: Tx<T>, input: z.output<I>, context: WriteContext): Promise<z.input<O>>
}

export interface ActionDefinition<
  T,
  R extends Route,
  I extends z.ZodType,
  O extends z.ZodType,
  S,
  W,
> extends Common<R, I, O> {
  subject?: Subject
  /** As of a command. */
  secret?: boolean
  status?: number
  /** Which of the two transactions writes the constructor's own journal entry; `begin` unless said. */
  journals?: 'begin' | 'finish'
  /** Records what will be done. */
  begin(tx: Tx<T>, input: z.output<I>, context: WriteContext): Promise<S>
  /** The work outside: no transaction is open. May take long; its errors reach `finish` as the outcome. */
  work(state: S, input: z.output<I>, context: Context): Promise<W>
  /** Records what came of it. A Problem that it returns is answered after the commit: what was recorded stays. */
  finish(tx: Tx<T>, state: S, outcome: Outcome<W>, context: WriteContext): Promise<z.input<O> | Problem>
}

export type Outcome<W> = { ok: true; value: W } | { ok: false; error: Error }

export interface EndpointDefinition<
  R extends Route,
  I extends z.ZodType,
  O extends z.ZodType = z.ZodUnknown,
> extends Omit<Common<R, I, z.ZodType>, 'output'> {
  /** The media type of what it answers, for the documentation. */
  produces: string
  /** What the answer holds, for the documentation, where it is JSON. */
  answers?: O
  /** Outside `/api/v1` (`/metrics`, signed links). */
  outsideApi?: boolean
  handle(call: EndpointCall<z.output<I>>): Promise<unknown>
}

export interface EndpointCall<I> {
  input: I
  request: FastifyRequest
  reply: FastifyReply
  context: Context
  read<T, R>(run: (tx: Tx<T>) => Promise<R>): Promise<R>
}

/** A declared operation, whatever its kind: what the registry, the router and the documents work with. */
export interface Operation<
  R extends Route = Route,
  I extends z.ZodType = z.ZodType,
  O extends z.ZodType = z.ZodType,
> {
  kind: 'query' | 'command' | 'action' | 'endpoint'
  domain: string
  name: string
  route: R
  right: Requirement
  over: Reach
  summary: string
  input: I
  output: O
  bodyLimit: number
  versioned: boolean
  /** What a repeated Idempotency-Key gets; undefined where it takes none. */
  onRepeat: 'same-answer' | 'conflict' | undefined
  status: number
  produces: string
  consumes: string[] | undefined
  outsideApi: boolean
  execute: Execute
}

/** What stands between HTTP and the verb. */
export interface Call {
  input: unknown
  actor: Actor
  access: Access
  language: Language
  say(key: string, params?: Record<string, unknown>): string
  address: string
  ifMatch: string | undefined
  idempotencyKey: string | undefined
  body: Buffer | undefined
  /** What a command keeps where it is rolled back. */
  ifRefused?: ((tx: AnyTx) => Promise<void>)[]
  request: FastifyRequest
  reply: FastifyReply
}

export type Execute = (call: Call, ground: Ground) => Promise<unknown>

/** What the composition root gives the constructors. */
export interface Ground {
  database: import('../database.ts').Database
  /** Writes the journal within the transaction; given by audit, since the kernel knows no journal. */
  journal(tx: AnyTx, ...entries: JournalEntry[]): Promise<void>
  outbox: import('../events/outbox.ts').Outbox
}

export interface JournalEntry extends JournalLine {
  operation: string
  actor: Actor
  address: string
}
