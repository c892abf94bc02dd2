import { describe, expect, it } from 'vitest'
import { en } from './en'
import { zh } from './zh'

const java = Object.values(
  import.meta.glob<string>('../../../platform/src/main/java/**/*.java', {
    eager: true,
    query: '?raw',
    import: 'default',
  }),
)

const FACTS = /\bMap\.of\(/
const CALL =
  /\b(?:evidence\.enter(?:ForAudit)?|attempts\.(?:enter|succeeded)|AccountActed\.\w+|acted|enter)\((?!\w+ \w+[,)])/g
const CODE = /"([a-z]+(?:-[a-z]+)+)"/g
/** An act that an enum's constant stands for: `SUSPEND("workspace-suspended")`. */
const CONSTANT = /\b[A-Z_]+\("([a-z]+(?:-[a-z]+)+)"\)/g

/** What stands between the bracket before `from` and the one that closes it. */
function argumentsAt(text: string, from: number): string {
  let depth = 1
  let at = from
  while (depth > 0 && at < text.length) {
    if (text[at] === '(') depth++
    if (text[at] === ')') depth--
    at++
  }
  return text.slice(from, at - 1)
}

const found = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map((it) => it[1]!)

/** The codes of the acts that the platform enters as evidence, out of its own sources. */
const acts = new Set(
  java.flatMap((text) => {
    const entered = [...text.matchAll(CALL)].flatMap((call) =>
      found(argumentsAt(text, call.index + call[0].length).split(FACTS)[0]!, CODE),
    )
    return entered.length > 0 || /\bevidence\.enter\(/.test(text)
      ? [...entered, ...found(text, CONSTANT)]
      : entered
  }),
)

const steps = new Set(
  java.flatMap((text) => [
    ...found(text, /\benum \w*Step \{([^}]*)\}/g).flatMap((body) =>
      found(body, /^\s*([A-Z_]+)\b/gm),
    ),
    ...found(text, /\bnotice\([^;]*?"([A-Z_]+)"/g),
    ...found(text, /\bnote\([^;]*?"([A-Z_]+)"/g),
  ]),
)

type Words = Record<string, Record<string, Record<string, string>>>

describe.each([
  ['Chinese', zh as Words],
  ['English', en as Words],
])('the %s words', (_, words) => {
  it('name every act that the platform enters as evidence', () => {
    expect(acts).toContain('signed-in')
    expect(acts).toContain('workspace-suspended')
    expect(acts).toContain('task-escalated')
    expect(acts.size).toBeGreaterThan(45)
    expect([...acts].filter((act) => !words.evidence!.acts![act])).toEqual([])
  })

  it('name every step that a case may take', () => {
    expect(steps).toContain('SUBMIT')
    expect(steps).toContain('RECOMPUTE')
    expect(steps).toContain('WARN')
    expect(steps).toContain('ESCALATE')
    expect([...steps].filter((step) => !words.work!.step![step])).toEqual([])
  })
})
