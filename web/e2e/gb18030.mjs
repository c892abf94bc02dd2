// Node can read GB18030 but not write it: the table of two-byte characters is made by reading all of them.
const table = new Map()
const reader = new TextDecoder('gb18030')
for (let lead = 0x81; lead <= 0xfe; lead++) {
  for (let trail = 0x40; trail <= 0xfe; trail++) {
    if (trail === 0x7f) continue
    const character = reader.decode(Uint8Array.of(lead, trail))
    if (character.length === 1 && !table.has(character)) table.set(character, [lead, trail])
  }
}

const BOM = [0x84, 0x31, 0x95, 0x33]

/** The bytes of a text in GB18030, with its byte order mark. */
export function gb18030(text) {
  const bytes = [...text].flatMap((character) => {
    if (character.charCodeAt(0) < 0x80) return [character.charCodeAt(0)]
    const pair = table.get(character)
    if (!pair) throw new Error(`no two-byte form of ${character}`)
    return pair
  })
  return Buffer.from([...BOM, ...bytes])
}
