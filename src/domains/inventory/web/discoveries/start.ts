import { api, isProblem } from '#web/api.ts'

export interface Ask {
  organisationId: string
  prefix: string
  siteId: string | null
  credentialIds: string[]
  /** The person has said that he means a prefix this large. */
  isConfirmed: boolean
}

/** Starts a discovery. @returns its id */
export async function startDiscovery({ isConfirmed, ...ask }: Ask): Promise<string> {
  return (await api('POST /discoveries', { ...ask, confirmed: isConfirmed })).id
}

/** Whether the server asks if so large a prefix is meant. */
export const asksToConfirm = (error: unknown): boolean =>
  isProblem(error) && error.errors.some(({ code }) => code.endsWith('prefixLarge'))
