/**
 * Loads a part of the page that comes when it is first shown. Where its file is gone because a new version was installed
 * while the tab was open, the page is loaded again, once: what the server then gives is what runs.
 */
export function loadFresh<T>(load: () => Promise<T>): () => Promise<T> {
  return () =>
    load().catch(async (error: unknown) => {
      if (!(await isOutdated())) throw error
      location.reload()
      return new Promise<T>(() => undefined)
    })
}

/** Whether the server's page names other files than this one did; no where the server is away. */
async function isOutdated(): Promise<boolean> {
  const own = [...document.querySelectorAll('script[src], link[rel=modulepreload]')]
  const names = own.map((each) => each.getAttribute('src') ?? each.getAttribute('href') ?? '')
  try {
    const response = await fetch('/', { cache: 'no-store' })
    const page = await response.text()
    return response.ok && names.some((name) => !page.includes(name))
  } catch {
    return false
  }
}

/**
 * The router loads a page again, once, where its script is gone; of a style sheet that is gone, which Vite asks for first,
 * it knows nothing. So that is told in the same words.
 */
export function tellMissingStyles(): void {
  globalThis.addEventListener('vite:preloadError', ({ payload }) => {
    if (/preload CSS/.test(payload.message))
      payload.message = `Failed to fetch dynamically imported module: ${payload.message}`
  })
}
