export type Block =
  | { kind: 'heading'; level: number; text: string }
  | { kind: 'paragraph'; text: string }
  | { kind: 'list'; isOrdered: boolean; items: string[] }
  | { kind: 'table'; head: string[]; rows: string[][] }
  | { kind: 'code'; text: string }

/** What our guide uses of Markdown, block by block: headings, paragraphs, lists of one level, tables and code. */
export function blocksOf(markdown: string): Block[] {
  const blocks: Block[] = []
  // Code may hold empty lines: it is taken out first.
  for (const [at, part] of markdown.split(/^```.*$/m).entries()) {
    if (at % 2 === 1) blocks.push({ kind: 'code', text: part.replace(/^\n|\n$/g, '') })
    else
      for (const text of part.split(/\n{2,}|\n(?=#)|(?<=^#.*)\n/m))
        if (text.trim() !== '') blocks.push(blockOf(text.trim()))
  }
  return blocks
}

const itemStart = /^(?:- |\d+\. )/

function blockOf(text: string): Block {
  const heading = /^(#+) (.*)$/.exec(text)
  if (heading) return { kind: 'heading', level: heading[1]!.length, text: heading[2]! }
  if (text.startsWith('|')) return tableOf(text.split('\n'))
  if (itemStart.test(text)) {
    const items = text.split(/\n(?=- |\d+\. )/).map((item) => oneLine(item.replace(itemStart, '')))
    return { kind: 'list', isOrdered: !text.startsWith('- '), items }
  }
  return { kind: 'paragraph', text: oneLine(text) }
}

function tableOf([head = '', _rule, ...rows]: string[]): Block {
  return { kind: 'table', head: cellsOf(head), rows: rows.map(cellsOf) }
}

const cellsOf = (row: string) =>
  row
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim())

const oneLine = (text: string) => text.replaceAll(/\s*\n\s*/g, ' ')
