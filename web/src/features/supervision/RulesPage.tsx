import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { App, Button, Form, Input, InputNumber, Modal, Select, Table } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useUser } from '../../api/session'
import { duties } from '../../api/supervision'
import type { DutyRule, DutyRuleChange } from '../../api/types'
import { word } from '../../i18n'
import { article, date } from '../../ui/format'
import { Page } from '../../ui/Page'
import { ProblemAlert } from '../../ui/Problem'
import { State, type Tone } from '../../ui/State'
import { Remits } from './Remits'
import { dueOf } from './RuleText'

const TONES: Record<string, Tone> = { NOW: 'ok', AHEAD: 'wait', PAST: 'mute' }

/** The register of duties as data: who owes what, how often, by which article, since when. */
export default function RulesPage() {
  const { t } = useTranslation()
  const { role } = useUser()
  const [changed, setChanged] = useState<DutyRule | null>(null)
  const rules = useSuspenseQuery({ queryKey: ['duties', 'rules'], queryFn: duties.rules }).data
  return (
    <Page title={t('menu.dutyRules')} sub={t('supervision.rulesIntro')}>
      <div className="card">
        <Table<DutyRule>
          rowKey={(it) => `${it.code} ${it.from}`}
          size="middle"
          pagination={false}
          scroll={{ x: 980 }}
          dataSource={[...rules].sort((a, b) => Number(a.article) - Number(b.article))}
          columns={[
            {
              title: t('supervision.duty'),
              render: (_, it) => (
                <div className="t-title">
                  {word('supervision.code', it.code)}
                  <div className="sub">
                    <span>{article(it.article)}</span>
                    {it.basis && <span>{word('supervision.basis', it.basis)}</span>}
                  </div>
                </div>
              ),
            },
            {
              title: t('supervision.owedBy'),
              width: 150,
              render: (_, it) => t(`common.role.${it.owedBy}`),
            },
            {
              title: t('supervision.howOften'),
              width: 230,
              render: (_, it) => (
                <>
                  {t(`supervision.cycle.${it.cycle}`)}
                  <div className="sub">{dueOf(it, t)}</div>
                </>
              ),
            },
            {
              title: t('supervision.whoSaysSo'),
              width: 170,
              render: (_, it) => t(`supervision.standingShort.${it.standing}`),
            },
            {
              title: t('supervision.holdsFrom'),
              width: 150,
              render: (_, it) => (
                <>
                  <span className="num">{date(it.from)}</span>{' '}
                  <State tone={TONES[it.state] ?? 'mute'}>
                    {word('supervision.ruleState', it.state)}
                  </State>
                  {it.reason && <div className="sub">{it.reason}</div>}
                </>
              ),
            },
            ...(role === 'AUTHORITY'
              ? [
                  {
                    title: t('work.column.action'),
                    width: 100,
                    render: (_: unknown, it: DutyRule) =>
                      it.standing === 'SET' &&
                      it.state === 'NOW' && (
                        <Button type="link" onClick={() => setChanged(it)}>
                          {t('supervision.change')}
                        </Button>
                      ),
                  },
                ]
              : []),
          ]}
        />
      </div>
      <Remits editable={role === 'AUTHORITY'} />
      {changed && <ChangeDialog rule={changed} onClose={() => setChanged(null)} />}
    </Page>
  )
}

const CYCLES: DutyRule['cycle'][] = ['MONTH', 'QUARTER', 'YEAR']

function ChangeDialog({ rule, onClose }: { rule: DutyRule; onClose: () => void }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const send = useMutation({
    mutationFn: (form: DutyRuleChange) => duties.changeRule(rule.code, form),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['duties', 'rules'] })
      void message.success(t('supervision.changed'))
      onClose()
    },
  })
  return (
    <Modal
      open
      title={t('supervision.changeTitle', { what: word('supervision.code', rule.code) })}
      onCancel={onClose}
      footer={null}
      destroyOnHidden
    >
      <p className="prose">{t('supervision.changeText')}</p>
      <ProblemAlert error={send.error} />
      <Form
        layout="vertical"
        initialValues={{ cycle: rule.cycle, dueDays: rule.dueDays, dueDate: rule.dueDate }}
        onFinish={(form: DutyRuleChange) => send.mutate(form)}
      >
        <Form.Item name="from" label={t('supervision.holdsFrom')} rules={[{ required: true }]}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name="cycle" label={t('supervision.howOften')}>
          <Select
            options={CYCLES.map((value) => ({ value, label: t(`supervision.cycle.${value}`) }))}
          />
        </Form.Item>
        {rule.dueDate ? (
          <Form.Item name="dueDate" label={t('supervision.dueDateLabel')}>
            <Input placeholder="03-31" />
          </Form.Item>
        ) : (
          <Form.Item name="dueDays" label={t('supervision.dueDaysLabel')}>
            <InputNumber min={0} max={60} />
          </Form.Item>
        )}
        <Form.Item name="reason" label={t('supervision.reason')} rules={[{ required: true }]}>
          <Input.TextArea rows={2} maxLength={500} />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={send.isPending}>
          {t('common.save')}
        </Button>
      </Form>
    </Modal>
  )
}
