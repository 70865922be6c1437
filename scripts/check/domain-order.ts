import { Visitor } from 'oxc-parser'
import type { SourceFile } from './source.ts'

/** The order of the plan, where there is no composition root yet. */
const planned = ['identity', 'audit', 'notifications', 'estate', 'network', 'inventory', 'supervision']

/**
 * The domains from the ground up, as `export const domains = [identity, audit, …]` of `src/app.ts` lists them.
 * @throws Error where src/app.ts exists but holds no such list of imported domains.
 */
export function readDomainOrder(sources: SourceFile[]): string[] {
  const app = sources.find((file) => file.path === 'src/app.ts')
  if (!app) return planned
  const doors = new Map<string, string>()
  let listed: string[] | undefined
  new Visitor({
    ImportDeclaration(node) {
      const door = /^#([a-z-]+)$/.exec(node.source.value)?.[1]
      for (const specifier of node.specifiers) if (door) doors.set(specifier.local.name, door)
    },
    VariableDeclarator(node) {
      if (node.id.type !== 'Identifier' || node.id.name !== 'domains') return
      const value = node.init?.type === 'TSAsExpression' ? node.init.expression : node.init
      if (value?.type !== 'ArrayExpression') return
      listed = value.elements.map((element) => (element?.type === 'Identifier' ? element.name : '?'))
    },
  }).visit(app.program)
  if (!listed) throw new Error('src/app.ts: no `export const domains = [identity, …]` to read the order from')
  return listed.map((name) => {
    const door = doors.get(name)
    if (!door) throw new Error(`src/app.ts: ${name} in \`domains\` is not imported from a domain's door`)
    return door
  })
}
