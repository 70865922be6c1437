import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { isProblem } from './problem.ts'

type Listener = () => void
let signedOut: Listener = () => {}

/** What to do when the server says that nobody is signed in (any more). */
export function onSignedOut(listener: Listener): void {
  signedOut = listener
}

function noteSignedOut(error: unknown): void {
  if (isProblem(error, 'not-signed-in')) signedOut()
}

/** A fault that may pass by itself is tried again; what the server refused is not. */
function mayPass(failures: number, error: unknown): boolean {
  if (!isProblem(error)) return false
  return failures < 2 && (error.status === 0 || error.status === 502 || error.status === 503)
}

export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: noteSignedOut }),
  mutationCache: new MutationCache({ onError: noteSignedOut }),
  defaultOptions: {
    queries: {
      // What changes says so by an event; this only bounds how old a page is that is opened again.
      staleTime: 30_000,
      gcTime: 10 * 60_000,
      retry: mayPass,
      retryDelay: (attempt) => Math.min(500 * 2 ** attempt, 4000),
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
})
