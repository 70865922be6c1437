import { useEffect, useRef, useState } from 'react'
import { isProblem, type ApiProblem } from '../api/problem.ts'
import { conflictOf, type Conflict } from './conflict.ts'
import { clearDraft, readDraft, writeDraft } from './draft.ts'

export type Values = Record<string, unknown>
export type Faults<V> = Partial<Record<keyof V & string, string | undefined>>

export interface FormOptions<V extends object> {
  /** Names what is typed, so that it outlives a reload: `site:new`, `site:${id}`. */
  draft: string
  initial: V
  /** The version that `initial` was read at, where the row exists. */
  version?: number | undefined
  /** What is wrong, field by field, in sentences; asked when a field is left and before sending. */
  check?: ((values: V) => Faults<V>) | undefined
  /** Sends; throws ApiProblem. `version` is the one to send as If-Match. Answers `notYet` where there is more to ask. */
  submit: (values: V, version: number | undefined) => Promise<unknown>
  /** Reads the row again after somebody else changed it. */
  reload?: (() => Promise<{ values: V; version: number }>) | undefined
  /** Fields that are never kept as a draft. */
  secrets?: readonly (keyof V & string)[] | undefined
}

/** What `submit` answers before the last step of a form: nothing was sent, and what was typed stays a draft. */
export const notYet = Symbol('not yet')

export interface Form<V extends object> {
  values: V
  set: <K extends keyof V & string>(name: K, value: V[K]) => void
  /** The field was left: what is wrong with what was typed may be said now. */
  leave: (name: keyof V & string) => void
  errorOf: (name: keyof V & string) => string | undefined
  /** Fields tell what they are called, for the sentence above and for conflicts. */
  label: (name: keyof V & string, label: string) => void
  labelOf: (name: string) => string
  /** Names of the fields that are wrong, once sending was tried. */
  faults: readonly string[]
  problem: ApiProblem | undefined
  conflict: Conflict<V> | undefined
  /** Takes these values and the version that was found, and sends again. */
  settle: (values: V) => Promise<boolean>
  isDirty: boolean
  isBusy: boolean
  /** What is shown was typed before a reload. */
  isDraft: boolean
  /** Back to what was there at first; forgets the draft. */
  discard: () => void
  /** Empties the secrets of what was sent, where the form stays for another time. */
  renew: () => void
  /** True when it was sent and taken. */
  submit: () => Promise<boolean>
}

/** A form's state: values, what is wrong with them and when to say so, drafts, conflicts. */
export function useForm<V extends object>(options: FormOptions<V>): Form<V> {
  const { draft, check } = options
  const kept = useRef(options)
  kept.current = options
  const [base, setBase] = useState({ values: options.initial, version: options.version })
  const [restored] = useState(() => readDraft<V>(draft, options.initial))
  const [values, setValues] = useState<V>(restored ?? options.initial)
  const [isDraft, setIsDraft] = useState(restored !== undefined)
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const touched = useRef(new Set<string>())
  const [isTried, setIsTried] = useState(false)
  const [problem, setProblem] = useState<ApiProblem>()
  const [conflict, setConflict] = useState<Conflict<V>>()
  const [isBusy, setIsBusy] = useState(false)
  const labels = useRef(new Map<string, string>())
  const isDirty = !isSameValue(values, base.values)

  // What the row has become meanwhile is taken over as long as nothing was typed.
  const { initial, version } = options
  if (!isDirty && version !== base.version) {
    setBase({ values: initial, version })
    setValues(initial)
  }

  useEffect(() => {
    if (isDirty) writeDraft(draft, values, kept.current.secrets ?? [])
    else clearDraft(draft)
  }, [draft, values, isDirty])

  const faultsNow = check?.(values) ?? ({} as Faults<V>)
  const send = async (sent: V, sentVersion: number | undefined): Promise<boolean> => {
    setIsBusy(true)
    setProblem(undefined)
    try {
      const answer = await kept.current.submit(sent, sentVersion)
      // What was tried is taken: what comes to stand in the fields now was not.
      setIsTried(false)
      setLeft(new Set())
      touched.current.clear()
      if (answer === notYet) return false
      clearDraft(draft)
      setBase({ values: sent, version: sentVersion })
      setConflict(undefined)
      setIsDraft(false)
      return true
    } catch (error) {
      if (!isProblem(error)) throw error
      const theirs = error.code === 'changed-meanwhile' ? await kept.current.reload?.() : undefined
      if (theirs) setConflict(conflictOf(base.values, sent, theirs))
      else setProblem(error)
      return false
    } finally {
      setIsBusy(false)
    }
  }

  return {
    values,
    set: (name, value) => {
      touched.current.add(name)
      setValues((before) => ({ ...before, [name]: value }))
      // What the server said of this field is about another value now.
      setProblem((before) =>
        before?.errors.some(({ field }) => fieldOf(field) === name) ? undefined : before,
      )
    },
    leave: (name) => {
      // Who only passed through an empty field has made no mistake yet.
      if (!touched.current.has(name) && isSameValue(values[name], base.values[name])) return
      setLeft((before) => (before.has(name) ? before : new Set([...before, name])))
    },
    errorOf: (name) => {
      const said = problem?.errors.find(({ field }) => fieldOf(field) === name)?.message
      return said ?? (isTried || left.has(name) ? faultsNow[name] : undefined)
    },
    label: (name, label) => void labels.current.set(name, label),
    labelOf: (name) => labels.current.get(name) ?? name,
    faults: isTried ? Object.keys(faultsNow).filter((name) => faultsNow[name as keyof V & string]) : [],
    problem,
    conflict,
    settle: (settled) => {
      setValues(settled)
      return send(settled, conflict?.version)
    },
    isDirty,
    isBusy,
    isDraft,
    discard: () => {
      clearDraft(draft)
      setValues(base.values)
      setIsDraft(false)
      setIsTried(false)
      setLeft(new Set())
      touched.current.clear()
      setProblem(undefined)
      setConflict(undefined)
    },
    renew: () => {
      const secrets = (kept.current.secrets ?? []).map((name) => [name, kept.current.initial[name]])
      const emptied = (before: V): V => ({ ...before, ...Object.fromEntries(secrets) })
      setValues(emptied)
      setBase((before) => ({ ...before, values: emptied(before.values) }))
    },
    submit: async () => {
      setIsTried(true)
      if (Object.values(faultsNow).some(Boolean)) return false
      return send(values, base.version)
    },
  }
}

/** `contacts.0.email` belongs to the field `contacts`. */
const fieldOf = (path: string) => path.split('.')[0]

const isSameValue = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)
