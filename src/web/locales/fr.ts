/** Every French text, by namespace: one download, and only where French is spoken. */
export default import.meta.glob<object>(
  ['./fr.json', '../map/locales/fr.json', '../../domains/*/locales/fr.json'],
  {
    eager: true,
    import: 'default',
  },
)
