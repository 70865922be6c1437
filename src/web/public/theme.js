// Before the first paint: the person's theme and density, so that no page flashes in the wrong ones.
try {
  var kept = JSON.parse(localStorage.getItem('vigie.preferences') || '{}')
  var root = document.documentElement
  var dark =
    kept.theme === 'dark' || (kept.theme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  root.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light')
  if (kept.density) root.setAttribute('data-density', kept.density)
} catch {
  // No storage: the browser's own wishes hold.
}
