import { useSuspenseQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate, useParams } from 'react-router'
import { work } from '../api/calls'
import type { Case } from '../api/types'
import { ApplicationOpinion } from '../features/authorisation/ApplicationOpinion'
import { applicationQuery } from '../features/authorisation/queries'
import { DataList, ScenarioText } from '../features/authorisation/views'
import { CasePage } from '../features/procedures/CasePage'

/** Puts the page of a case together with what its kind has to show. */
export default function CaseRoute() {
  const { id = '' } = useParams()
  const file = useSuspenseQuery({ queryKey: ['case', id], queryFn: () => work.case(id) }).data
  return file.kind === 'AUTHORISATION' ? (
    <ApplicationCase key={file.id} file={file} />
  ) : (
    <OtherCase key={file.id} file={file} />
  )
}

function ApplicationCase({ file }: { file: Case }) {
  const { t } = useTranslation()
  const application = useSuspenseQuery(applicationQuery(file.subject.id)).data
  return (
    <CasePage
      file={file}
      tabs={[
        {
          key: 'overview',
          label: t('authorisation.overview'),
          children: (
            <>
              <ScenarioText scenario={application.scenario} />
              <DataList items={application.items} />
            </>
          ),
        },
      ]}
      opinion={<ApplicationOpinion application={application} caseId={file.id} />}
    />
  )
}

const PLACES: Record<string, string> = { AGREEMENT: '/agreements', RELEASE: '/releases' }

function OtherCase({ file }: { file: Case }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const place = PLACES[file.subject.type]
  return (
    <CasePage
      file={file}
      tabs={[]}
      opinion={
        place && (
          <div className="card">
            <Button
              block
              type="primary"
              onClick={() => void navigate(`${place}/${file.subject.id}`)}
            >
              {t(`authorisation.openSubject.${file.subject.type}`)}
            </Button>
          </div>
        )
      }
    />
  )
}
