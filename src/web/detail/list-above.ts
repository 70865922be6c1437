import { useShell } from '../shell.ts'

/** The list that this page's thing stands in: `/assets` for `/assets/$id/edit`; undefined where there is none. */
export function useListAbove(): string | undefined {
  const { pages } = useShell()
  const paths = new Set(pages.map(({ path }) => path))
  const parts = location.pathname.split('/')
  for (let end = parts.length - 1; end > 1; end--) {
    const above = parts.slice(0, end).join('/')
    if (paths.has(above)) return above
  }
  return undefined
}
