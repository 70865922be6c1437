import type { Crumb } from '#web/frame/crumbs.ts'

/** The way to a thing: its list, then the sites from the top of the tree down. */
export function crumbsOf(
  list: string,
  href: string,
  trail: readonly { id: string; name: string }[] = [],
): Crumb[] {
  return [{ label: list, href }, ...trail.map(({ id, name }) => ({ label: name, href: `/sites/${id}` }))]
}
