import { useMutation } from '@tanstack/react-query'
import { App, Button, Input, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { selection } from '../../api/selection'
import type { Candidacy } from '../../api/types'
import { article } from '../../ui/format'
import { ProblemAlert } from '../../ui/Problem'
import { State } from '../../ui/State'
import { useKeepCandidacy } from './queries'

/** What the regulators say, and the form of one who may. */
export function Opinions({ candidacy }: { candidacy: Candidacy }) {
  const { t } = useTranslation()
  if (candidacy.opinions.length === 0 && !candidacy.mayOpine) return null
  return (
    <section className="card" aria-labelledby="opinions">
      <h2 className="h" id="opinions">
        {t('selection.opinions')} <small>{article('11')}</small>
      </h2>
      <ul className="seats">
        {candidacy.opinions.map((opinion) => (
          <li key={opinion.organisation}>
            <b>{opinion.organisation}</b>{' '}
            <State tone={opinion.objects ? 'err' : 'ok'}>
              {t(opinion.objects ? 'selection.objects' : 'selection.noObjection')}
            </State>
            {opinion.text && <p className="sub">{opinion.text}</p>}
          </li>
        ))}
      </ul>
      {candidacy.mayOpine && <OpinionForm candidacy={candidacy} />}
    </section>
  )
}

function OpinionForm({ candidacy }: { candidacy: Candidacy }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const keep = useKeepCandidacy()
  const [objects, setObjects] = useState(false)
  const [text, setText] = useState('')
  const send = useMutation({
    mutationFn: () => selection.opine(candidacy.id, objects, text.trim()),
    onSuccess: (after) => {
      keep(after)
      void message.success(t('authorisation.sent'))
    },
  })
  return (
    <div className="fields">
      <Radio.Group
        className="moves"
        value={objects}
        onChange={(event) => setObjects(event.target.value)}
        options={[
          { value: false, label: t('selection.noObjection') },
          { value: true, label: t('selection.objects') },
        ]}
      />
      <Input.TextArea
        rows={2}
        aria-label={t('authorisation.opinion')}
        placeholder={t(objects ? 'authorisation.opinionNeeded' : 'authorisation.opinionOptional')}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <ProblemAlert error={send.error} />
      <Button type="primary" loading={send.isPending} onClick={() => send.mutate()}>
        {t('selection.giveOpinion')}
      </Button>
    </div>
  )
}
