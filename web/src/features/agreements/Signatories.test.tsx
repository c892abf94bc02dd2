import { cleanup, render, screen } from '@testing-library/react'
import { MemoryRouter } from 'react-router'
import { afterEach, describe, expect, it } from 'vitest'
import type { Signatory } from '../../api/types'
import '../../i18n'
import { Signatories } from './Signatories'

const signatory: Signatory = {
  party: { id: 'p', name: '康宁科技', kind: 'COMPANY' },
  role: 'PARTNER',
  signedAt: '2026-11-24T02:00:00Z',
  signedBy: '林一',
  signature: 'e',
  seal: { keyId: 'k1', publicKey: '04ab', text: 'agreement 1\nsm3 00', value: '3044', holds: true },
}

const show = (it: Signatory) =>
  render(
    <MemoryRouter>
      <Signatories parties={[it]} />
    </MemoryRouter>,
  )

afterEach(cleanup)

describe('a signatory', () => {
  it('is shown with the seal, and with what the seal is', () => {
    show(signatory)
    expect(screen.getByText('验签通过')).toBeDefined()
    expect(screen.getByText(/平台代管密钥的 SM2 签名/)).toBeDefined()
    for (const part of ['k1', '04ab', '3044']) expect(screen.getByText(part)).toBeDefined()
  })

  it('whose seal does not hold is not shown as having signed', () => {
    show({ ...signatory, seal: { ...signatory.seal!, holds: false } })
    expect(screen.queryByText('已签')).toBeNull()
    expect(screen.getAllByText('验签不通过')).toHaveLength(2)
  })

  it('who has not signed has no seal', () => {
    show({ ...signatory, signedAt: null, signedBy: null, signature: null, seal: null })
    expect(screen.getByText('待签')).toBeDefined()
    expect(screen.queryByText('签名')).toBeNull()
  })
})
