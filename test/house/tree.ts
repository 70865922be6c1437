import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import manifest from '../../package.json' with { type: 'json' }

/** A house in a temporary folder, with this one's doors, that lives as long as the test. @returns its path. */
export function tree(files: Record<string, string>): string {
  const root = mkdtempSync(join(tmpdir(), 'vigie-house-'))
  onTestFinished(() => rmSync(root, { recursive: true }))
  const { imports, dependencies } = manifest
  for (const [path, text] of Object.entries({
    'package.json': JSON.stringify({ imports, dependencies }),
    ...files,
  })) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  return root
}
