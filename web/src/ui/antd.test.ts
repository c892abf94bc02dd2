import { expect, it } from 'vitest'
import extracted from '../../scripts/antd-used.json'

const sources = import.meta.glob<string>('../**/*.tsx', {
  eager: true,
  query: '?raw',
  import: 'default',
})

/** Not components, or without styles of their own. */
const UNSTYLED = new Set(['Grid', 'theme'])

it('extracts the styles of every antd component that the pages use', () => {
  const used = Object.values(sources).flatMap((text) =>
    [...text.matchAll(/import \{([^}]*)\} from 'antd'/g)].flatMap((match) =>
      match[1]!
        .split(',')
        .map((name) => name.trim())
        .filter((name) => name && !name.startsWith('type '))
        .map((name) => name.split(' as ')[0]!),
    ),
  )
  expect(used).toContain('Table')
  const missing = [...new Set(used)].filter(
    (name) => !extracted.includes(name) && !UNSTYLED.has(name),
  )
  expect(missing).toEqual([])
})
