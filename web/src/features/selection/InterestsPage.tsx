import { useMutation, useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { App, Button, Input, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { parties } from '../../api/calls'
import { selection } from '../../api/selection'
import type { Interest } from '../../api/types'
import { Page } from '../../ui/Page'
import { ProblemAlert } from '../../ui/Problem'

const KEY = ['interests']

/** What ties an expert to organisations, as declared beforehand: the draw passes over who has an interest. */
export default function InterestsPage() {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const declared = useSuspenseQuery({ queryKey: KEY, queryFn: selection.interests }).data
  const organisations = useQuery({
    queryKey: ['organisations'],
    queryFn: parties.organisations,
    throwOnError: false,
  }).data
  const [interests, setInterests] = useState<Interest[]>(declared)
  const save = useMutation({
    mutationFn: () => selection.declare(interests.map(({ about, reason }) => ({ about, reason }))),
    onSuccess: (after) => {
      queries.setQueryData(KEY, after)
      setInterests(after)
      void message.success(t('selection.declared'))
    },
  })
  const change = (index: number, part: Partial<Interest>) =>
    setInterests(interests.map((it, at) => (at === index ? { ...it, ...part } : it)))
  return (
    <Page narrow title={t('menu.interests')} sub={t('selection.interestsIntro')}>
      <section className="card fields">
        {interests.map((interest, index) => (
          <div className="line" key={`${interest.about}${index}`}>
            <Select
              className="wide-input"
              showSearch
              aria-label={t('selection.about')}
              optionFilterProp="label"
              value={interest.about || undefined}
              placeholder={t('selection.about')}
              onChange={(about) => change(index, { about })}
              options={organisations?.map((it) => ({ value: it.id, label: it.name }))}
            />
            <Input
              aria-label={t('selection.interestReason')}
              placeholder={t('selection.interestReason')}
              value={interest.reason}
              onChange={(event) => change(index, { reason: event.target.value })}
            />
            <Button onClick={() => setInterests(interests.filter((_, at) => at !== index))}>
              {t('selection.drop')}
            </Button>
          </div>
        ))}
        <div className="line">
          <Button onClick={() => setInterests([...interests, { about: '', name: '', reason: '' }])}>
            {t('selection.addInterest')}
          </Button>
          <Button type="primary" loading={save.isPending} onClick={() => save.mutate()}>
            {t('selection.declare')}
          </Button>
        </div>
        <ProblemAlert error={save.error} />
      </section>
    </Page>
  )
}
