import { Table } from 'antd'
import { useTranslation } from 'react-i18next'
import type { PeriodFacts, UseOfPartner } from '../../api/types'
import { Empty } from '../../ui/Empty'
import { date, number } from '../../ui/format'

const MILLI = 1000

/** The figures that the record gives; nobody writes them. */
export function DutyFacts({ facts, frozen }: { facts: PeriodFacts; frozen: boolean }) {
  const { t } = useTranslation()
  return (
    <section className="card" aria-labelledby="duty-facts">
      <h2 className="h" id="duty-facts">
        {t('supervision.facts')}{' '}
        <small>{t(frozen ? 'supervision.factsFrozen' : 'supervision.factsNow')}</small>
      </h2>
      <p className="sub">
        {t('supervision.factsOf', {
          from: date(facts.from),
          until: date(facts.until),
          agreements: facts.agreements.length,
          due: facts.duties.due,
          inTime: facts.duties.inTime,
        })}
      </p>
      <Table<UseOfPartner>
        rowKey="partner"
        size="middle"
        pagination={false}
        scroll={{ x: 620 }}
        dataSource={facts.used}
        locale={{ emptyText: <Empty>{t('supervision.nobodyUsed')}</Empty> }}
        columns={[
          { title: t('supervision.user'), render: (_, it) => it.partnerName },
          count(t('supervision.workspaces'), (it) => it.workspaces),
          count(t('supervision.runs'), (it) => it.runs),
          count(t('supervision.refused'), (it) => it.refused),
          count(t('supervision.released'), (it) => it.released),
          count(t('supervision.handedOver'), (it) => it.handedOver),
          count(t('supervision.epsilon'), (it) => it.epsilonMilli / MILLI),
        ]}
      />
    </section>
  )
}

function count(title: string, of: (it: UseOfPartner) => number) {
  return {
    title,
    width: 96,
    align: 'right' as const,
    render: (_: unknown, it: UseOfPartner) => <span className="num">{number(of(it))}</span>,
  }
}
