type Json = Record<string, unknown>

interface DocumentedOperation {
  operationId: string
  summary: string
  tags: string[]
  'x-right': string
  'x-over'?: string
  parameters: { name: string; in: string; required: boolean; schema: Json; description?: string }[]
  requestBody?: { content: Record<string, { schema: Json }> }
  responses: Record<string, { description: string; content?: Record<string, { schema: Json }> }>
}

/**
 * A page that a person can read without any script: operations by domain, with what they take and answer. In English,
 * like the summaries and the names that it shows.
 */
export function apiPage(document: Json): string {
  const byTag = new Map<string, string[]>()
  for (const [path, methods] of Object.entries(
    document.paths as Record<string, Record<string, DocumentedOperation>>,
  ))
    for (const [method, operation] of Object.entries(methods)) {
      const tag = operation.tags[0]!
      byTag.set(tag, [...(byTag.get(tag) ?? []), operationSection(method, path, operation)])
    }
  const sections = [...byTag].map(([tag, operations]) => `<h2 id="${tag}">${tag}</h2>${operations.join('')}`)
  const contents = [...byTag.keys()].map((tag) => `<a href="#${tag}">${tag}</a>`).join(' ')
  return page('The API of Vigie', `<h1>The API of Vigie</h1><nav>${contents}</nav>${sections.join('')}`)
}

/** What a parameter means, where it says so. */
function meaningOf({ description, schema }: { description?: string; schema: Json }): string {
  return description ?? String(schema.description ?? '')
}

function operationSection(method: string, path: string, operation: DocumentedOperation): string {
  const parameters = operation.parameters.map(
    (parameter) =>
      `<tr><td><code>${escape(parameter.name)}</code><td>${parameter.in}<td><code>${escape(brief(parameter.schema))}</code>` +
      `<td>${parameter.required ? 'required' : ''}<td>${escape(meaningOf(parameter))}`,
  )
  const body = Object.entries(operation.requestBody?.content ?? {}).map(
    ([type, { schema }]) => `<p>${escape(type)}<pre>${escape(JSON.stringify(schema, null, 2))}</pre>`,
  )
  const answers = Object.entries(operation.responses)
    .filter(([status]) => status !== 'default')
    .map(([status, { content }]) => {
      const [type, answer] = Object.entries(content ?? {})[0] ?? ['', undefined]
      const isDescribed = answer && Object.keys(answer.schema).length > 0
      return `<p>${status} ${escape(type)}${isDescribed ? `<pre>${escape(JSON.stringify(answer.schema, null, 2))}</pre>` : ''}`
    })
  return (
    `<details><summary><b class="${method}">${method.toUpperCase()}</b> <code>${escape(path)}</code> ${escape(operation.summary)}</summary>` +
    `<p>Right <code>${escape(operation['x-right'])}</code>${operation['x-over'] ? ' over everything' : ''} · <code>vigie api ${escape(operation.operationId.replaceAll('.', ' '))}</code></p>` +
    (parameters.length + body.length > 0
      ? `<h3>Takes</h3><table>${parameters.join('')}</table>${body.join('')}`
      : '') +
    `<h3>Answers</h3>${answers.join('')}</details>`
  )
}

function brief(schema: Json): string {
  if (Array.isArray(schema.enum)) return (schema.enum as unknown[]).join(' | ')
  if (schema.$ref) return String(schema.$ref).split('/').at(-1)!
  return [schema.type, schema.format].filter(Boolean).join(' ') || 'any'
}

/** A problem's page, from its Markdown: headings, paragraphs and code, nothing more is used there. */
export function problemPage(code: string, markdown: string): string {
  const body = escape(markdown)
    .split(/\n{2,}/)
    .map((block) => {
      const heading = /^(#{1,3}) (.*)$/.exec(block.trim())
      if (heading) return `<h${heading[1]!.length}>${inline(heading[2]!)}</h${heading[1]!.length}>`
      return `<p>${inline(block)}</p>`
    })
    .join('')
  return page(code, body)
}

function inline(text: string): string {
  return text.replaceAll(/`([^`]+)`/g, '<code>$1</code>')
}

function page(title: string, body: string): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escape(title)}</title><style>${style}</style><main>${body}</main></html>`
}

const style = `:root{color-scheme:light dark}body{font:15px/1.55 "Inter Variable",Inter,system-ui,sans-serif;margin:0}
main{max-width:60rem;margin:auto;padding:2rem 1.5rem}nav a{margin-right:.75rem}h1{font-size:1.6rem}h2{margin-top:2.5rem;border-bottom:1px solid #8884}
details{border-bottom:1px solid #8883;padding:.4rem 0}summary{cursor:pointer}b{display:inline-block;min-width:4.2rem;font-size:.8rem}
pre{background:#8881;padding:.75rem;border-radius:6px;overflow:auto;font-size:.8rem}td{padding:.15rem .8rem .15rem 0}h3{font-size:.95rem;margin:.8rem 0 .2rem}`

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
