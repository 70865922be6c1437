import { Fragment } from 'react'
import { Link } from '../components/Link.tsx'
import { Mono } from '../components/Mono.tsx'
import { chapters } from './chapters.ts'

const marks = /(`[^`]+`|\*\*[^*]+\*\*|\*[^*]+\*|\[[^\]]+\]\([^)]+\))/

/** What stands within a line: names of screens, code, links from chapter to chapter. */
export function Inline({ text }: { text: string }) {
  return text
    .split(marks)
    .map((part, at) => <Fragment key={at}>{at % 2 === 1 ? marked(part) : part}</Fragment>)
}

function marked(part: string) {
  if (part.startsWith('`')) return <Mono>{part.slice(1, -1)}</Mono>
  if (part.startsWith('**')) return <strong>{part.slice(2, -2)}</strong>
  if (part.startsWith('*')) return <em>{part.slice(1, -1)}</em>
  const [, word = '', target = ''] = /^\[([^\]]+)\]\(([^)]+)\)$/.exec(part) ?? []
  const chapter = chapters.find(({ fr, en }) => [`${fr}.md`, `${en}.md`].includes(target))
  // What is beside the guide in its folder is not served.
  return chapter ? <Link href={`/guide/${chapter.key}`}>{word}</Link> : word
}
