import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Button, Table } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { pricing } from '../../api/market'
import type { CostEntry } from '../../api/types'
import { date } from '../../ui/format'
import { ProblemAlert } from '../../ui/Problem'
import { money } from './money'

/** The ledger of costs; a wrong entry is taken back by its reversal, both stay. */
export function Costs({ mine }: { mine: boolean }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const costs = useSuspenseQuery({ queryKey: ['costs'], queryFn: pricing.costs }).data
  const reverse = useMutation({
    mutationFn: (id: string) => pricing.reverse(id),
    onSuccess: () => void queries.invalidateQueries({ queryKey: ['costs'] }),
  })
  const reversed = new Set(costs.map((it) => it.reverses))
  return (
    <section className="card" aria-labelledby="costs">
      <h2 className="h" id="costs">
        {t('pricing.costs')}
      </h2>
      <ProblemAlert error={reverse.error} />
      <Table<CostEntry>
        rowKey="id"
        size="middle"
        scroll={{ x: 800 }}
        pagination={{ pageSize: 20, hideOnSinglePage: true }}
        dataSource={costs}
        columns={[
          {
            title: t('pricing.cost'),
            render: (_, it) => (
              <div className="t-title">
                {t(`pricing.line.${it.line}`)}
                <div className="sub">
                  <span className="num">{date(it.day)}</span>
                  <span>{it.proof}</span>
                  {it.reverses && <span>{t('pricing.reversal')}</span>}
                </div>
              </div>
            ),
          },
          {
            title: t('pricing.share'),
            width: 120,
            align: 'right',
            render: (_, it) => <span className="num">{it.industryShareBp / 100}%</span>,
          },
          {
            title: t('pricing.amount'),
            width: 160,
            align: 'right',
            render: (_, it) => (
              <span className="num">{money(it.reverses ? -it.amount : it.amount)}</span>
            ),
          },
          {
            title: t('work.column.action'),
            width: 150,
            render: (_, it) => (
              <>
                <Link to={`/evidence/${it.evidence}`}>{t('work.evidenceOfAct')}</Link>
                {mine && !it.reverses && !reversed.has(it.id) && (
                  <Button type="link" onClick={() => reverse.mutate(it.id)}>
                    {t('pricing.reverse')}
                  </Button>
                )}
              </>
            ),
          },
        ]}
      />
    </section>
  )
}
