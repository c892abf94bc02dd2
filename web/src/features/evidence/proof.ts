/** One step of the way up: the hash beside it, and on which side it stands. */
export interface ProofStep {
  hash: string
  side: 'left' | 'right'
}

/**
 * On which side each hash of an inclusion path stands, from the entry up (RFC 9162, 2.1.3.2).
 * It only tells how to read the path: whether it holds is for the verifier to say, off-line.
 */
export function stepsOf(inclusion: { index: number; size: number; path: string[] }): ProofStep[] {
  let at = BigInt(inclusion.index)
  let last = BigInt(inclusion.size) - 1n
  return inclusion.path.map((hash) => {
    const left = isOdd(at) || at === last
    while (left && !isOdd(at) && at !== 0n) {
      at >>= 1n
      last >>= 1n
    }
    at >>= 1n
    last >>= 1n
    return { hash, side: left ? 'left' : 'right' }
  })
}

const isOdd = (value: bigint) => (value & 1n) === 1n
