import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Form, Input, InputNumber, Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { register, registerQuery } from '../../api/rules'
import type { Figure, RuleSimulation } from '../../api/types'
import { date } from '../../ui/format'
import { ProblemAlert } from '../../ui/Problem'
import { figureWord } from './words'

interface Change {
  value: number
  from: string
  reason: string
}

/** Another value from a later day on; what it would have meant can be seen first. */
export function ChangeDialog({ figure, onClose }: { figure: Figure; onClose: () => void }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const [form] = Form.useForm<Change>()
  const simulate = useMutation({
    mutationFn: () => register.simulate(figure.name, form.getFieldsValue()),
  })
  const change = useMutation({
    mutationFn: (it: Change) => register.change(figure.name, it),
    onSuccess: () => {
      void message.success(t('register.changed'))
      void queries.invalidateQueries({ queryKey: registerQuery.queryKey })
      onClose()
    },
  })
  return (
    <Modal open title={figureWord(figure.name)} onCancel={onClose} footer={null} destroyOnHidden>
      <p className="sub">{t('register.changeText')}</p>
      <ProblemAlert error={change.error ?? simulate.error} />
      <Form
        form={form}
        layout="vertical"
        initialValues={{ value: figure.now }}
        onFinish={(it) => change.mutate(it)}
      >
        <Form.Item name="value" label={t('register.value')} rules={[{ required: true }]}>
          <InputNumber min={0} max={3650} precision={0} />
        </Form.Item>
        <Form.Item name="from" label={t('register.from')} rules={[{ required: true }]}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name="reason" label={t('register.reason')} rules={[{ required: true }]}>
          <Input.TextArea rows={2} maxLength={500} />
        </Form.Item>
        {simulate.data && <Meaning simulation={simulate.data} />}
        {figure.unit !== 'CHOICE' && (
          <>
            <Button loading={simulate.isPending} onClick={() => simulate.mutate()}>
              {t('register.simulate')}
            </Button>{' '}
          </>
        )}
        <Button type="primary" htmlType="submit" loading={change.isPending}>
          {t('register.enter')}
        </Button>
      </Form>
    </Modal>
  )
}

function Meaning({ simulation }: { simulation: RuleSimulation }) {
  const { t } = useTranslation()
  return (
    <div className="note" role="status">
      <p>{t('register.openKeep', { n: simulation.openNow, late: simulation.lateNow })}</p>
      <p>{t('register.openWould', { late: simulation.lateThen })}</p>
      <p>
        {t('register.past', {
          n: simulation.doneBefore,
          late: simulation.lateBefore,
          would: simulation.wouldBeLate,
        })}
      </p>
      <ul className="plainlist">
        {simulation.examples.slice(0, 5).map((it) => (
          <li key={`${it.number} ${it.organisation}`}>
            <code>{it.number}</code> {it.organisation}: {date(it.due)} → {date(it.would)}
          </li>
        ))}
      </ul>
    </div>
  )
}
