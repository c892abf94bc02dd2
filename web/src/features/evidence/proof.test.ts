import { describe, expect, it } from 'vitest'
import { stepsOf } from './proof'

const sides = (index: number, size: number, length: number) =>
  stepsOf({ index, size, path: Array.from({ length }, (_, at) => `h${at}`) }).map((it) => it.side)

describe('the way from an entry up to the root', () => {
  it('has the sibling on the right of an even entry and on the left of an odd one', () => {
    expect(sides(0, 4, 2)).toEqual(['right', 'right'])
    expect(sides(1, 4, 2)).toEqual(['left', 'right'])
    expect(sides(2, 4, 2)).toEqual(['right', 'left'])
    expect(sides(3, 4, 2)).toEqual(['left', 'left'])
  })

  it('skips the levels where the last entry of an uneven log has no sibling', () => {
    expect(sides(4, 5, 1)).toEqual(['left'])
    expect(sides(6, 7, 2)).toEqual(['left', 'left'])
    expect(sides(4, 7, 3)).toEqual(['right', 'right', 'left'])
  })

  it('is empty for the only entry', () => {
    expect(sides(0, 1, 0)).toEqual([])
  })
})
