import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { App, Button, Form, Input, InputNumber, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { opinions } from '../../api/scenarios'
import { useIs } from '../../api/session'
import type { Case } from '../../api/types'
import { date } from '../../ui/format'
import { ProblemAlert } from '../../ui/Problem'
import { Stage } from '../../ui/stages'

/** Whether experts were asked about the scenario of a case, and the way to what they said. */
export function OpinionsOf({ file }: { file: Case }) {
  const { t } = useTranslation()
  const [asking, setAsking] = useState(false)
  const authority = useIs('AUTHORITY')
  const list = useSuspenseQuery({
    queryKey: ['scenario-opinions', 'of', file.id],
    queryFn: () => opinions.of(file.id),
  }).data
  const may =
    authority && file.stage === 'WITH_AUTHORITY' && !list.some((it) => it.stage === 'ASKED')
  if (list.length === 0 && !may) return null
  return (
    <section aria-labelledby="expert-opinions">
      <div className="row-sb">
        <h2 id="expert-opinions">{t('opinions.title')}</h2>
        {may && <Button onClick={() => setAsking(true)}>{t('opinions.ask')}</Button>}
      </div>
      <p className="sub">{t('opinions.advice')}</p>
      <ul className="plainlist">
        {list.map((it) => (
          <li key={it.id}>
            {it.caseId ? (
              <Link to={`/scenario-opinions/${it.id}`}>{it.number}</Link>
            ) : (
              <code>{it.number}</code>
            )}{' '}
            <Stage stage={it.stage} kind="SCENARIO_OPINION" />{' '}
            {t('opinions.progress', { given: it.given, experts: it.experts })}{' '}
            <span className="sub">{t('opinions.until', { day: date(it.due) })}</span>
          </li>
        ))}
      </ul>
      {asking && <AskExperts file={file} onClose={() => setAsking(false)} />}
    </section>
  )
}

function AskExperts({ file, onClose }: { file: Case; onClose: () => void }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const ask = useMutation({
    mutationFn: (it: { experts?: number; question?: string }) =>
      opinions.ask({ origin: file.id, experts: it.experts, question: it.question }),
    onSuccess: () => {
      for (const key of ['scenario-opinions', 'case', 'tasks']) {
        void queries.invalidateQueries({ queryKey: [key] })
      }
      void message.success(t('opinions.asked'))
      onClose()
    },
  })
  return (
    <Modal open title={t('opinions.ask')} onCancel={onClose} footer={null} destroyOnHidden>
      <p className="sub">{t('opinions.askIntro')}</p>
      <ProblemAlert error={ask.error} />
      <Form layout="vertical" onFinish={(it) => ask.mutate(it)}>
        <Form.Item name="experts" label={t('opinions.experts')} extra={t('opinions.expertsHint')}>
          <InputNumber min={1} precision={0} />
        </Form.Item>
        <Form.Item name="question" label={t('opinions.question')}>
          <Input.TextArea rows={3} maxLength={1000} />
        </Form.Item>
        <Button block type="primary" htmlType="submit" loading={ask.isPending}>
          {t('opinions.ask')}
        </Button>
      </Form>
    </Modal>
  )
}
