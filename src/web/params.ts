import { useParams as useRouterParams } from '@tanstack/react-router'

/** The named parts of the page's address: `/sites/$id` gives `{ id }`. Each is there, since the page was found by it. */
export function useParams<N extends string = 'id'>(): Record<N, string> {
  return useRouterParams({ strict: false }) as Record<N, string>
}
