import { describe, expect, test } from 'vitest'
import { csvLine, readTable } from '#kernel/csv'

const read = (text: string, encoding: BufferEncoding = 'utf8') => readTable(Buffer.from(text, encoding))
const cellsOf = (text: string) => read(text).lines.map(({ cells }) => cells)

describe('a table is read as spreadsheets write it', () => {
  test('with a byte-order mark', () => {
    expect(read('\ufeffNom,Ville\nCIS,Brest\n')).toMatchObject({
      encoding: 'utf-8',
      headings: ['Nom', 'Ville'],
      lines: [{ line: 2, cells: ['CIS', 'Brest'] }],
    })
  })

  test('in UTF-16, which Excel calls Unicode text', () => {
    expect(read('\ufeffNom\tVille\nÉcole\tBrest\n', 'utf16le')).toMatchObject({
      encoding: 'utf-16le',
      separator: '\t',
      lines: [{ cells: ['École', 'Brest'] }],
    })
  })

  test('in Latin-1 with semicolons', () => {
    expect(read('Nom;Ville\r\nChâteau;Quimperlé\r\n', 'latin1')).toMatchObject({
      encoding: 'windows-1252',
      separator: ';',
      lines: [{ cells: ['Château', 'Quimperlé'] }],
    })
  })

  test('with line breaks and separators in quotes, and the line that an editor shows', () => {
    const { lines } = read('a;"b;b,b"\r\n"one\r\ntwo ""three""";x\r\n\r\n2;"y\nz"\r\n3;w\r\n')
    expect(lines).toEqual([
      { line: 2, cells: ['one\r\ntwo "three"', 'x'], hasTooMany: false },
      { line: 5, cells: ['2', 'y\nz'], hasTooMany: false },
      { line: 7, cells: ['3', 'w'], hasTooMany: false },
    ])
  })

  test('with the separator that Excel announces', () => {
    expect(read('sep=;\r\na;b,c\r\n1;2\r\n')).toMatchObject({
      headings: ['a', 'b,c'],
      lines: [{ line: 3, cells: ['1', '2'] }],
    })
  })

  test('with short lines, empty ones, and one with a cell too many', () => {
    expect(read('a,b\n1\n,\n\n1,2,3\n').lines).toEqual([
      { line: 2, cells: ['1', ''], hasTooMany: false },
      { line: 5, cells: ['1', '2'], hasTooMany: true },
    ])
  })

  test('with inches', () => {
    expect(cellsOf('a,b\n19" rack,2\r3,4')).toEqual([
      ['19" rack', '2'],
      ['3', '4'],
    ])
  })

  test('with one column', () => {
    expect(cellsOf('Nom\nA\nB')).toEqual([['A'], ['B']])
  })
})

describe('what is no table is refused with the reason', () => {
  test.each([
    ['nothing', '', 'kernel:problem.csvEmpty'],
    ['a quote that never ends', 'a,b\n"1,2\n', 'kernel:problem.csvQuotes'],
    ['more columns than any table has', 'a,'.repeat(300), 'kernel:problem.csvColumns'],
    ['more separators than any table has', `a\n${','.repeat(300)}`, 'kernel:problem.csvColumns'],
    ['more lines than can be read at once', 'a\n'.repeat(100_002), 'kernel:problem.csvLines'],
    ['a heading of a megabyte', `${'a'.repeat(1 << 20)}\n`, 'kernel:problem.csvHeading'],
    ['a zero byte', 'a,b\n\0,2\n', 'kernel:problem.badText'],
  ])('%s', (_, text, code) => {
    expect(() => read(text)).toThrow(expect.objectContaining({ errors: [expect.objectContaining({ code })] }))
  })
})

describe('a line is written', () => {
  test('quoted where it must be (RFC 4180)', () => {
    expect(csvLine(['a', 'b,c', 'd"e', 'f\ng', null, 3, true, ['x', 'y']], ',')).toBe(
      'a,"b,c","d""e","f\ng",,3,true,"x, y"\r\n',
    )
    expect(csvLine(['b,c', 'd;e'], ';')).toBe('"b,c";"d;e"\r\n')
  })

  test('so that no other separator begins a cell in it', () => {
    const cell = `x;=cmd|'/C calc'!A0`
    expect(csvLine([cell], ',')).toBe(`"${cell}"\r\n`)
    expect(csvLine(['x,=1+1', 'x\t=1+1'], ';')).toBe('"x,=1+1";"x\t=1+1"\r\n')
  })

  test('with the wide forms guarded, and back as they were', () => {
    const wide = ['＝cmd', '＋1', '－1', '＠x']
    const line = csvLine(wide, ',')
    expect(line).toBe(`'＝cmd,'＋1,'－1,'＠x\r\n`)
    expect(read(`${wide.map(() => 'h').join(',')}\n${line}`).lines[0]!.cells).toEqual(wide)
  })

  test('so that no spreadsheet runs it, and reads back as it was', () => {
    const hostile = ['=1+1', '+cmd|x', '-2+A1', '@SUM(1)', '=1\n2', "'=quoted", '+33 2 98 00 00 00', '-12.5']
    const line = csvLine(hostile, ',')
    expect(line).toBe(`'=1+1,'+cmd|x,'-2+A1,'@SUM(1),"'=1\n2",''=quoted,+33 2 98 00 00 00,-12.5\r\n`)
    const { lines } = read(`${hostile.map(() => 'h').join(',')}\n${line}`)
    expect(lines[0]!.cells).toEqual(hostile)
  })
})
