import { describe, expect, it } from 'vitest'
import { placeOfOurs } from './next'

describe('the place to go to after signing in', () => {
  it.each(['/tasks', '/cases/1?tab=2', '/evidence?q=a%20b#top'])(
    'is %s when it is ours',
    (wish) => {
      expect(placeOfOurs(wish)).toBe(wish)
    },
  )

  it.each([
    '//elsewhere.example',
    '/\\elsewhere.example',
    '/\t/elsewhere.example',
    '/\n\\elsewhere.example',
    '/.//elsewhere.example',
    'https://elsewhere.example',
    'javascript:alert(1)',
    '',
  ])('is the first page when %j leads elsewhere', (wish) => {
    expect(placeOfOurs(wish)).toBe('/')
  })
})
