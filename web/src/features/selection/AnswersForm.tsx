import { UploadOutlined } from '@ant-design/icons'
import { useMutation } from '@tanstack/react-query'
import { App, Button, Input, Popconfirm, Upload } from 'antd'
import dayjs from 'dayjs'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { work } from '../../api/calls'
import { selection } from '../../api/selection'
import type { Candidacy, CandidacyAnswer, Requirement } from '../../api/types'
import { DayPicker } from '../../ui/DayPicker'
import { article } from '../../ui/format'
import { ProblemAlert } from '../../ui/Problem'
import { useDraft } from '../../ui/useDraft'
import { useKeepCandidacy } from './queries'

type Answers = Partial<Record<Requirement, CandidacyAnswer>>

const EMPTY: CandidacyAnswer = { text: '', documents: [], validUntil: null }

/** Filling in an application: the nine requirements, each with what shows it. What is written is kept in the browser too. */
export function AnswersForm({ candidacy }: { candidacy: Candidacy }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const keep = useKeepCandidacy()
  const [answers, setAnswers, forget] = useDraft<Answers>(
    `candidacy:${candidacy.id}:${candidacy.version}`,
    candidacy.answers,
  )
  // What was saved before a refusal has a version of its own, while the page stays as it is and shows what is missing.
  const version = useRef(candidacy.version)
  const save = async () => {
    const saved = await selection.save(candidacy.id, { version: version.current, answers })
    version.current = saved.version
    return saved
  }
  const onDone = (after: Candidacy, text: string) => {
    forget()
    keep(after)
    void message.success(text)
  }
  const saving = useMutation({
    mutationFn: save,
    onSuccess: (after) => onDone(after, t('selection.saved')),
  })
  const filing = useMutation({
    mutationFn: async () => {
      const saved = await save()
      return selection.moveCandidacy(candidacy.id, { version: saved.version, step: 'FILE' })
    },
    onSuccess: (after) => onDone(after, t('selection.filed')),
  })
  return (
    <section className="card" aria-labelledby="answers">
      <h2 className="h" id="answers">
        {t('selection.requirements')} <small>{article('9')}</small>
      </h2>
      <div className="fields">
        {candidacy.notice.requirements.map((requirement) => (
          <AnswerField
            key={requirement}
            caseId={candidacy.caseId}
            requirement={requirement}
            answer={answers[requirement] ?? EMPTY}
            onChange={(answer) => setAnswers({ ...answers, [requirement]: answer })}
          />
        ))}
        <ProblemAlert error={filing.error ?? saving.error} />
        <div className="line">
          <Button loading={saving.isPending} onClick={() => saving.mutate()}>
            {t('selection.save')}
          </Button>
          <Popconfirm title={t('selection.confirmFile')} onConfirm={() => filing.mutate()}>
            <Button type="primary" loading={filing.isPending}>
              {t('selection.file')}
            </Button>
          </Popconfirm>
        </div>
      </div>
    </section>
  )
}

interface AnswerFieldProps {
  caseId: string
  requirement: Requirement
  answer: CandidacyAnswer
  onChange: (answer: CandidacyAnswer) => void
}

function AnswerField({ caseId, requirement, answer, onChange }: AnswerFieldProps) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const id = `answer-${requirement}`
  const attach = useMutation({
    mutationFn: (file: File) => work.attach(caseId, file),
    onSuccess: (document) => onChange({ ...answer, documents: [...answer.documents, document.id] }),
    onError: (error) => void message.error(error.message),
  })
  return (
    <div className="field">
      <label htmlFor={id}>{t(`selection.requirement.${requirement}`)}</label>
      <Input.TextArea
        id={id}
        autoSize={{ minRows: 2, maxRows: 8 }}
        maxLength={4000}
        value={answer.text}
        onChange={(event) => onChange({ ...answer, text: event.target.value })}
      />
      <div className="line">
        <DayPicker
          aria-label={t('selection.validUntilLabel')}
          placeholder={t('selection.validUntilLabel')}
          value={answer.validUntil ? dayjs(answer.validUntil) : null}
          onChange={(day) =>
            onChange({ ...answer, validUntil: day ? day.format('YYYY-MM-DD') : null })
          }
        />
        <Upload
          showUploadList={false}
          beforeUpload={(file) => {
            attach.mutate(file)
            return false
          }}
        >
          <Button icon={<UploadOutlined aria-hidden />} loading={attach.isPending}>
            {t('selection.attach', { n: answer.documents.length })}
          </Button>
        </Upload>
      </div>
    </div>
  )
}
