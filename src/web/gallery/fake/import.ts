const headings = ['Nom', 'Type', 'Site', 'N° de série', 'Commentaire']
const examples = ['sw-brest-01', 'switch', 'CIS Brest', 'CN12AB34CD', 'baie de gauche']

/** What a made-up file would do. */
export function previewOf(mapping: string | null) {
  const fields = mapping?.split(',') ?? ['name', 'kind', 'site', 'serial', '']
  return {
    columns: headings.map((heading, at) => ({ heading, field: fields[at] || null, example: examples[at] })),
    fields: ['name', 'kind', 'site', 'serial', 'notes'],
    counts: { lines: 240, create: 214, change: 3, same: 21, wrong: 2 },
    rows: [
      wrong(12, 'sw-morlaix-07', 'site', 'Aucun site ne s’appelle « CIS Morlaxi ».'),
      wrong(87, '', 'name', 'Le nom est obligatoire.'),
      { line: 2, action: 'create', name: 'sw-brest-01', changes: [], errors: [] },
      {
        line: 3,
        action: 'change',
        name: 'sw-brest-02',
        changes: [{ field: 'serial', before: null, after: 'CN12AB35CD' }],
        errors: [],
      },
      { line: 4, action: 'same', name: 'ond-brest-01', changes: [], errors: [] },
    ],
  }
}

function wrong(line: number, name: string, field: string, message: string) {
  return { line, action: 'wrong', name, changes: [], errors: [{ field, message }] }
}
