import { Text } from '@codemirror/state'
import { describe, expect, it } from 'vitest'
import { diagnostic } from './SqlEditor'

const doc = Text.of(['SELECT community,', '       contact_mobile', 'FROM elders'])
const finding = (line: number, column: number, endLine: number, endColumn: number) => ({
  rule: 'column.not-granted',
  article: '19',
  line,
  column,
  endLine,
  endColumn,
  message: 'no',
})

describe('a finding of the guard', () => {
  it('underlines exactly its words', () => {
    const { from, to } = diagnostic(doc, finding(2, 8, 2, 21))
    expect(doc.sliceString(from, to)).toBe('contact_mobile')
  })

  it('stays inside the text when its place is beyond it', () => {
    const { from, to } = diagnostic(doc, finding(9, 40, 9, 60))
    expect(from).toBeLessThanOrEqual(doc.length)
    expect(to).toBeLessThanOrEqual(doc.length)
  })
})
