import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export interface Ended {
  code: number | null
  stdout: string
  stderr: string
}

/** Runs a JavaScript file with this Node and waits for its end. */
export function runNode(script: string, args: string[], cwd: string): Promise<Ended> {
  return run(process.execPath, [script, ...args], cwd)
}

/** Runs a program without standard input and waits for its end. @throws Error where it cannot be started. */
export function run(program: string, args: string[], cwd: string): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'], env: withoutColour() })
    let stdout = ''
    let stderr = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text))
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, stdout, stderr }))
  })
}

/** Warnings of Node's own (an experimental feature) are not a tool's findings. */
function withoutColour(): NodeJS.ProcessEnv {
  const { FORCE_COLOR: _, ...rest } = process.env
  return { ...rest, NO_COLOR: '1', NODE_NO_WARNINGS: '1' }
}

/** The script that package.json of an installed package names as its program. @throws Error where it is not installed. */
export function programOf(root: string, packageName: string, program: string): string {
  const folder = join(root, 'node_modules', packageName)
  const manifest = readFileSync(join(folder, 'package.json'), 'utf8')
  const { bin } = JSON.parse(manifest) as { bin: string | Record<string, string> }
  const path = typeof bin === 'string' ? bin : bin[program]
  if (!path) throw new Error(`${packageName} brings no program ${program}`)
  return join(folder, path)
}
