import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { products } from '../../api/market'
import type { Product } from '../../api/types'
import { MoveCard } from '../../ui/MoveCard'

/** What may be done with a product now. */
export function ProductMoves({ product }: { product: Product }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const [assessor, setAssessor] = useState<string>()
  const send = useMutation({
    mutationFn: (move: { step: string; opinion: string }) =>
      products.move(product.line.id, {
        ...move,
        version: product.version,
        assessor: move.step === 'APPOINT' ? assessor : null,
      }),
    onSuccess: (after) => {
      queries.setQueryData(['product', product.line.id], after)
      for (const key of ['products', 'tasks', 'case', 'offers']) {
        void queries.invalidateQueries({ queryKey: [key] })
      }
      void message.success(t('authorisation.sent'))
    },
  })
  return (
    <MoveCard
      open={product.open}
      waiting={t('products.waiting')}
      error={send.error}
      pending={send.isPending}
      more={(step) =>
        step === 'APPOINT' && <AssessorSelect value={assessor} onChange={setAssessor} />
      }
      lacks={(step) => step === 'APPOINT' && !assessor}
      onSend={send.mutate}
    />
  )
}

function AssessorSelect(props: { value?: string; onChange: (id: string) => void }) {
  const { t } = useTranslation()
  const assessors = useQuery({
    queryKey: ['assessors'],
    queryFn: products.assessors,
    throwOnError: false,
  })
  return (
    <Select
      className="full"
      aria-label={t('products.assessor')}
      placeholder={t('products.assessor')}
      loading={assessors.isPending}
      value={props.value}
      onChange={props.onChange}
      options={assessors.data?.map((it) => ({ value: it.id, label: it.name }))}
    />
  )
}
