import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { tokensCss } from './src/web/theme/css-variables.ts'

const root = fileURLToPath(new URL('src/web', import.meta.url))

/** `vite build --mode gallery` builds the components' gallery instead, elsewhere. */
export default defineConfig(({ mode }) => {
  const isGallery = mode === 'gallery'
  return {
    root: isGallery ? `${root}/gallery` : root,
    publicDir: `${root}/public`,
    cacheDir: fileURLToPath(new URL('.cache/vite', import.meta.url)),
    plugins: [react(), tokens(), ...(isGallery ? [] : [precompressed()])],
    build: {
      outDir: fileURLToPath(new URL(isGallery ? '.cache/gallery' : 'dist/web', import.meta.url)),
      emptyOutDir: true,
      target: 'es2023',
      chunkSizeWarningLimit: 900,
      // The content security policy allows no font from a data address.
      assetsInlineLimit: 0,
      rolldownOptions: { output: { codeSplitting: { groups: chunks } } },
    },
    worker: { format: 'es' },
    server: { proxy: { '/api': 'http://localhost:8420' } },
  }
})

/**
 * What is downloaded together: few files, since small ones compress badly and a browser asks for six at a time. First
 * what every page needs; then, for those pages that use them, the parts of details, lists and forms. A page keeps a
 * file of its own; the drawing of graphs and the map come when the first one is shown.
 */
const chunks = [
  { name: 'base', test: /node_modules/, tags: ['$initial' as const], priority: 4 },
  { name: 'shell', tags: ['$initial' as const], priority: 3 },
  { name: 'parts', test: /src\/web\/(detail|components|now|canvas)\//, minShareCount: 2, priority: 2 },
  { name: 'lists', test: /src\/web\/list\//, priority: 1 },
  { name: 'forms', test: /src\/web\/(form|csv)\// },
]

/** The tokens as a style sheet. */
function tokens(): Plugin {
  const id = 'virtual:tokens.css'
  return {
    name: 'vigie-tokens',
    resolveId: (source) => (source === id ? `\0${id}` : undefined),
    load: (source) => (source === `\0${id}` ? tokensCss() : undefined),
  }
}

/** Beside each text file its .br and .gz, so that the server compresses nothing while it answers. */
function precompressed(): Plugin {
  const worth = 1024
  return {
    name: 'vigie-precompressed',
    apply: 'build',
    // Once the files are written: Vite still fills in what each page preloads after they are generated.
    async writeBundle({ dir = '' }, bundle) {
      for (const fileName of Object.keys(bundle)) {
        if (!/\.(js|css|html|svg|json)$/.test(fileName)) continue
        const source = await readFile(join(dir, fileName))
        if (source.length < worth) continue
        const best = {
          params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: source.length },
        }
        await writeFile(join(dir, `${fileName}.br`), await promisify(brotliCompress)(source, best))
        await writeFile(join(dir, `${fileName}.gz`), await promisify(gzip)(source, { level: 9 }))
      }
    },
  }
}
