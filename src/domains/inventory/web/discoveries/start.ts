import { api, isProblem } from '#web/api.ts'

export interface Ask {
  organisationId: string
  prefix: string
  siteId: string | null
  credentialIds: string[]
  /** The person has said that he means a prefix this large. */
  isConfirmed: boolean
  /** The person has said that he means a prefix outside private space. */
  isOutside: boolean
}

/** Starts a discovery. @returns its id */
export async function startDiscovery({ isConfirmed, isOutside, ...ask }: Ask): Promise<string> {
  const confirmations = { confirmed: isConfirmed, confirmedOutside: isOutside }
  return (await api('POST /discoveries', { ...ask, ...confirmations })).id
}

export type Doubt = 'large' | 'outside'

/** What the server asks to be confirmed: so large a prefix, or one outside private space. */
export function doubtOf(error: unknown): Doubt | undefined {
  const codes = isProblem(error) ? error.errors.map(({ code }) => code) : []
  if (codes.some((code) => code.endsWith('prefixOutside'))) return 'outside'
  return codes.some((code) => code.endsWith('prefixLarge')) ? 'large' : undefined
}
