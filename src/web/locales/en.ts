/** Every English text, by namespace. */
export default import.meta.glob<object>(
  ['./en.json', '../map/locales/en.json', '../../domains/*/locales/en.json'],
  {
    eager: true,
    import: 'default',
  },
)
