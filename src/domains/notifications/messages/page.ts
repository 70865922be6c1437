import type { Language } from '#kernel/access'

/** A mail's HTML around its body: readable in every mail program, in its reader's language. */
export function mailPage(language: Language, body: string, footer: string): string {
  return (
    `<!doctype html><html lang="${language}"><body style="font:15px/1.5 system-ui,sans-serif;color:#1b2330">` +
    `${body}<p style="color:#5b6472;font-size:13px">${escapeHtml(footer)}</p></body></html>`
  )
}

export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

/** A time of day with its zone, that of the machine: a mail does not know where it is read. */
export function momentWithZone(atMs: number, language: Language): string {
  return new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    timeZoneName: 'short',
  }).format(atMs)
}
