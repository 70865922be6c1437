import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseDocument } from 'yaml'
import type { WrittenValues } from './environment.ts'
import type { Mistake } from './mistake.ts'
import { didYouMean } from './nearest.ts'
import { settings } from './settings.ts'

const fileName = 'vigie.yaml'
const keys = settings.map(({ key }) => key).filter((key) => key !== null)

/** The settings in vigie.yaml of this folder, if there is one. */
export function readFile(folder: string, mistakes: Mistake[]): WrittenValues {
  const text = load(join(folder, fileName), mistakes)
  const values: WrittenValues = new Map()
  if (text === null) return values
  const content = parse(text, mistakes)
  if (content !== null) collect(content, '', values, mistakes)
  return values
}

/** The document's content; null where it is empty, or not YAML, which is a mistake. */
function parse(text: string, mistakes: Mistake[]): unknown {
  try {
    // Every value is the text that was written: a password of digits would lose its first zeros as a number.
    const document = parseDocument(text, { schema: 'failsafe' })
    if (document.errors.length > 0) throw document.errors[0]
    return document.toJS()
  } catch (error) {
    // The message's further lines quote the file, where secrets may stand.
    const [problem] = (error as Error).message.split('\n')
    mistakes.push({ where: fileName, problem: problem!.replace(/:$/, '') })
    return null
  }
}

function load(path: string, mistakes: Mistake[]): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code !== 'ENOENT') mistakes.push({ where: fileName, problem: `${path} cannot be read (${code})` })
    return null
  }
}

function collect(content: unknown, path: string, values: WrittenValues, mistakes: Mistake[]): void {
  if (typeof content !== 'object' || content === null || Array.isArray(content)) {
    const problem = `keys and values are expected, such as "${path ? 'email: name@example.org' : 'listen: 127.0.0.1:8420'}"`
    mistakes.push({ where: path ? `${fileName}: ${path}` : fileName, problem })
    return
  }
  for (const [name, value] of Object.entries(content)) {
    const key = path ? `${path}.${name}` : name
    const where = `${fileName}: ${key}`
    const setting = settings.find((candidate) => candidate.key === key)
    if (setting) {
      const text = asText(value, setting.isList)
      const expected = setting.isList ? 'a single value or a list' : 'a single value'
      if (text === null) mistakes.push({ where, problem: `${expected} is expected` })
      else if (text) values.set(setting.name, { text, where })
    } else if (keys.some((known) => known.startsWith(`${key}.`))) {
      if (value !== null) collect(value, key, values, mistakes)
    } else {
      mistakes.push({ where, problem: `no such setting${didYouMean(key, keys)}` })
    }
  }
}

/** The value as the environment would write it; null for what cannot be written there. */
function asText(value: unknown, isList: boolean): string | null {
  if (value === null || value === undefined) return ''
  if (isList && Array.isArray(value)) {
    const items = value.map((item) => asText(item, false))
    return items.includes(null) ? null : items.join(',')
  }
  return typeof value === 'object' ? null : String(value)
}
