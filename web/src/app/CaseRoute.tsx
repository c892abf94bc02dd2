import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate, useParams } from 'react-router'
import { work } from '../api/calls'
import type { Application, Case } from '../api/types'
import { agreementQuery } from '../features/agreements/queries'
import { Signatories } from '../features/agreements/Signatories'
import { ApplicationOpinion } from '../features/authorisation/ApplicationOpinion'
import { ApplyAgain } from '../features/authorisation/ApplyAgain'
import { applicationQuery } from '../features/authorisation/queries'
import { DataList, ScenarioText } from '../features/authorisation/views'
import { CityRequestsOf } from '../features/coordination/CityRequestsOf'
import { OpinionsOf } from '../features/opinions/OpinionsOf'
import { CasePage, type CaseTab } from '../features/procedures/CasePage'
import { RequestOpinion, RequestText, requestQuery } from '../features/rights/RequestOpinion'

/** Puts the page of a case together with what its kind has to show. */
export default function CaseRoute() {
  const { id = '' } = useParams()
  const file = useSuspenseQuery({ queryKey: ['case', id], queryFn: () => work.case(id) }).data
  if (file.kind === 'AUTHORISATION') return <ApplicationCase key={file.id} file={file} />
  if (file.kind === 'AGREEMENT') return <AgreementCase key={file.id} file={file} />
  if (RIGHTS.includes(file.kind)) return <RightsCase key={file.id} file={file} />
  return <OtherCase key={file.id} file={file} />
}

const RIGHTS = ['COPY', 'OBJECTION', 'COMPLAINT']

function RightsCase({ file }: { file: Case }) {
  const { t } = useTranslation()
  const request = useSuspenseQuery(requestQuery(file.subject.id)).data
  return (
    <CasePage
      file={file}
      tabs={[
        {
          key: 'request',
          label: t('rights.staff.whatIsAsked'),
          children: <RequestText request={request} />,
        },
      ]}
      opinion={<RequestOpinion request={request} caseId={file.id} />}
    />
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
              <CityRequestsOf file={file} departments={departmentsOf(application)} />
              <OpinionsOf file={file} />
              <ScenarioText scenario={application.scenario} />
              <DataList items={application.items} />
            </>
          ),
        },
      ]}
      opinion={
        <>
          <ApplicationOpinion application={application} caseId={file.id} />
          <ApplyAgain application={application} />
        </>
      }
    />
  )
}

/** Whose part of an application it is, each department once. */
const departmentsOf = (application: Application) => [
  ...new Map(application.items.map((it) => [it.department.id, it.department])).values(),
]

const PLACES: Record<string, string> = {
  AGREEMENT: '/agreements',
  RELEASE: '/releases',
  DUTY: '/duties',
  RECTIFICATION: '/rectifications',
  MANDATE: '/mandates',
  CLOSING: '/closings',
  PARTNERSHIP: '/partners',
  PRODUCT: '/products',
  QUALITY: '/quality',
  LEAK: '/leaks',
  INCIDENT: '/incidents',
  LISTING: '/listings',
  CITY_REQUEST: '/city-requests',
  SCENARIO_OPINION: '/scenario-opinions',
  DEMAND: '/demands',
  CATALOGUE_OBJECTION: '/catalogue-objections',
}

/** Who reads the case may be somebody who does not read the agreement: then its seals are left out. */
function AgreementCase({ file }: { file: Case }) {
  const { t } = useTranslation()
  const agreement = useQuery({ ...agreementQuery(file.subject.id), throwOnError: false }).data
  const tabs = agreement
    ? [
        {
          key: 'signatures',
          label: t('agreement.signatures'),
          children: <Signatories parties={agreement.parties} />,
        },
      ]
    : []
  // The tab that is shown first depends on what there is to show.
  return <OtherCase key={String(agreement !== undefined)} file={file} tabs={tabs} />
}

function OtherCase({ file, tabs = [] }: { file: Case; tabs?: CaseTab[] }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const place = PLACES[file.subject.type]
  return (
    <CasePage
      file={file}
      tabs={tabs}
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
