/** Every English text, by namespace. */
export default import.meta.glob<object>(
  ['./en.json', '../../domains/*/locales/en.json', '../gallery/locales/en.json'],
  {
    eager: true,
    import: 'default',
  },
)
