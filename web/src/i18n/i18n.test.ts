import { describe, expect, it } from 'vitest'
import { en } from './en'
import { zh } from './zh'

const sources = import.meta.glob<string>(['../**/*.{ts,tsx}', '!../**/*.test.{ts,tsx}'], {
  eager: true,
  query: '?raw',
  import: 'default',
})

const PLURAL = /_(one|other)$/

function keysOf(words: object, prefix = ''): string[] {
  return Object.entries(words).flatMap(([name, value]) =>
    typeof value === 'string'
      ? [`${prefix}${name}`.replace(PLURAL, '')]
      : keysOf(value as object, `${prefix}${name}.`),
  )
}

const chinese = new Set(keysOf(zh))
const english = new Set(keysOf(en))

describe('the two languages', () => {
  it('have the same keys', () => {
    expect([...chinese].filter((key) => !english.has(key))).toEqual([])
    expect([...english].filter((key) => !chinese.has(key))).toEqual([])
  })

  it('have every key that the pages name', () => {
    const named = Object.entries(sources).flatMap(([file, text]) =>
      [...text.matchAll(/\bt\(\s*'([\w.]+\.[\w.-]+)'/g)].map((match) => ({ file, key: match[1]! })),
    )
    expect(named.length).toBeGreaterThan(100)
    expect(named.filter(({ key }) => !chinese.has(key))).toEqual([])
  })

  it('are the only place with Chinese words', () => {
    const words = /['"`>][^'"`<>]*\p{Script=Han}/u
    const strayed = Object.entries(sources)
      .filter(([file]) => !file.includes('/format.ts'))
      .flatMap(([file, text]) =>
        text
          .split('\n')
          .filter((line) => !/^\s*(\/?\*|\/\/)/.test(line) && words.test(line))
          .map((line) => `${file}: ${line.trim()}`),
      )
    expect(strayed).toEqual([])
  })
})
