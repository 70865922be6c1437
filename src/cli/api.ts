import { inputOf } from './api/fields.ts'
import { findOperations, operationList } from './api/find.ts'
import { operationHelp } from './api/help.ts'
import { Mistake } from './api/mistake.ts'
import { sendOperation } from './api/request.ts'
import { readWords } from './api/words.ts'

/**
 * `vigie api NOUN VERB --field value …`: every operation of the API, over HTTP, with the token in VIGIE_TOKEN. Prints
 * the answer as JSON; a problem goes to standard error and the exit code is 1.
 */
export async function callApi(words: string[]): Promise<void> {
  try {
    await call(words)
  } catch (error) {
    if (!(error instanceof Mistake)) throw error
    process.stderr.write(`vigie: ${error.message}\n`)
    process.exitCode = 1
  }
}

async function call(words: string[]): Promise<void> {
  const { names, fields, wantsHelp } = readWords(words)
  const found = findOperations(names)
  if (Array.isArray(found)) return print(operationList(found))
  if (wantsHelp) return print(operationHelp(found))
  const take = (name: string) => {
    const value = fields.get(name)?.at(-1)
    fields.delete(name)
    return value
  }
  const [ifMatch, bodyFile] = [take('ifMatch'), found.consumes ? take('body') : undefined]
  const response = await sendOperation(found, { input: inputOf(found, fields), ifMatch, bodyFile })
  const text = await response.text()
  if (response.ok) return print(text.endsWith('\n') || text === '' ? text : `${pretty(text)}\n`)
  process.stderr.write(`${pretty(text)}\n`)
  process.exitCode = 1
}

function pretty(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2)
  } catch {
    return text
  }
}

function print(text: string): void {
  process.stdout.write(text)
}
