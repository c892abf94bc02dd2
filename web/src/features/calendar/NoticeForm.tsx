import { UploadOutlined } from '@ant-design/icons'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Form, Input, InputNumber, Upload } from 'antd'
import { useTranslation } from 'react-i18next'
import { calendar } from '../../api/calls'
import type { CalendarYear } from '../../api/types'
import { ProblemAlert } from '../../ui/Problem'
import { readNotice } from './notice'

interface Notice {
  year: number
  source: string
  days: string
}

/** As the server has it. */
const ADDRESS = /^https?:\/\/\S{1,300}$/

/** Takes in the notice of a year. */
export function NoticeForm({ years }: { years: CalendarYear[] }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const [form] = Form.useForm<Notice>()
  const year = Form.useWatch('year', form)
  const take = useMutation({
    mutationFn: (notice: Notice) => {
      const reading = readNotice(notice.days, notice.year)
      if ('problem' in reading) throw new Error(said(reading.problem, notice.year))
      return calendar.take(notice.year, { source: notice.source, days: reading.days })
    },
    onSuccess: () => {
      form.resetFields()
      // Terms of any case and task may have moved.
      void queries.invalidateQueries()
    },
  })
  const said = (problem: { code: string; at?: number }, of: number) =>
    t(`calendar.problem.${problem.code}`, { at: problem.at, year: of })
  return (
    <section className="card" aria-labelledby="take-notice">
      <h2 className="h" id="take-notice">
        {t('calendar.take')}
      </h2>
      <Form<Notice>
        form={form}
        layout="vertical"
        initialValues={{ year: next(years) }}
        onFinish={take.mutate}
      >
        <Form.Item
          name="year"
          label={t('calendar.year')}
          rules={[{ required: true, message: t('calendar.problem.yearMissing') }]}
          extra={taken(years, year) && t('calendar.replaces', { year })}
        >
          <InputNumber<number> min={2000} max={2100} precision={0} controls={false} />
        </Form.Item>
        <Form.Item
          name="source"
          label={t('calendar.source')}
          rules={[{ required: true, pattern: ADDRESS, message: t('calendar.problem.source') }]}
        >
          <Input maxLength={308} placeholder="https://" />
        </Form.Item>
        <Form.Item
          name="days"
          label={t('calendar.days')}
          dependencies={['year']}
          extra={<DaysHint />}
          rules={[
            ({ getFieldValue }) => ({
              required: true,
              validator: async (_, text?: string) => {
                const of = getFieldValue('year') as number
                const reading = readNotice(text ?? '', of)
                if ('problem' in reading) throw new Error(said(reading.problem, of))
              },
            }),
          ]}
        >
          <Input.TextArea rows={8} className="mono" spellCheck={false} />
        </Form.Item>
        <div className="row-sb">
          <Upload
            accept=".csv,.txt,.json"
            showUploadList={false}
            beforeUpload={(file) => {
              void file.text().then((text) => {
                form.setFieldValue('days', text)
                return form.validateFields(['days']).catch(() => undefined)
              })
              return false
            }}
          >
            <Button icon={<UploadOutlined aria-hidden />}>{t('calendar.upload')}</Button>
          </Upload>
          <Button type="primary" htmlType="submit" loading={take.isPending}>
            {t('calendar.submit')}
          </Button>
        </div>
      </Form>
      <ProblemAlert error={take.error} />
      {take.data && (
        <Alert
          type="success"
          showIcon
          role="status"
          className="problem"
          title={t('calendar.done', { year: take.data.year, n: take.data.moved })}
        />
      )}
    </section>
  )
}

/** How the days are written, and how many were read. */
function DaysHint() {
  const { t } = useTranslation()
  const form = Form.useFormInstance<Notice>()
  const text = Form.useWatch('days', form)
  const year = Form.useWatch('year', form)
  const reading = readNotice(text ?? '', year)
  return (
    <>
      <p>{t('calendar.daysHint')}</p>
      {'days' in reading && (
        <p>
          {t('calendar.read', {
            off: reading.days.filter((it) => !it.works).length,
            on: reading.days.filter((it) => it.works).length,
          })}
        </p>
      )}
    </>
  )
}

const taken = (years: CalendarYear[], year?: number) =>
  years.some((it) => it.year === year && !it.builtIn)

const next = (years: CalendarYear[]) => Math.max(...years.map((it) => it.year)) + 1
