import { useQueryClient } from '@tanstack/react-query'
import { useApiMutation } from '../api.ts'
import { go } from '../navigate.ts'

/** Ends the session here and forgets all that was read. */
export function useSignOut(): () => void {
  const client = useQueryClient()
  const { mutate } = useApiMutation('DELETE /sessions/current', {
    done: () => {
      client.clear()
      sessionStorage.clear()
      go('/sign-in', { replace: true })
    },
  })
  return () => mutate({})
}
