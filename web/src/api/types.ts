import type { components, paths } from './schema'

/** The shapes of the interface, by the names that the pages use. Dates are ISO strings, ids are UUIDs. */

type Schemas = components['schemas']

/** What the server may leave out it sends as null. */
export type Told<T> = T extends (infer Item)[]
  ? Told<Item>[]
  : T extends object
    ? { [Key in keyof T]: undefined extends T[Key] ? Told<T[Key]> | null : Told<T[Key]> }
    : T

/** What may be asked of a list. */
type Query<Path extends keyof paths> = paths[Path] extends {
  get: { parameters: { query?: infer Parameters } }
}
  ? NonNullable<Parameters>
  : never

type Shape<Name extends keyof Schemas> = Told<Schemas[Name]>

/** What the server sends when it refuses (RFC 9457). */
export interface Problem {
  type: string
  title: string
  status: number
  detail?: string
  article?: string
  open?: string[]
  fields?: Record<string, string>
  trace?: string
}

export interface Page<T> {
  items: T[]
  total: number
  page: number
  size: number
}

/** The endpoint gives the ledger's own text, which the description of the interface does not know. */
export interface Checkpoint {
  origin: string
  size: number
  root: string
  at: string
  keyId: string
  signature: string
}

/** What may be taken away and checked without the platform. */
export interface Receipt {
  checkpoint: Checkpoint
  inclusion: { index: number; size: number; path: string[] }
}

export type DemonstrationProgress = Shape<'DemonstrationProgress'>

export type Party = Shape<'Party'>
export type Session = Shape<'SessionView'>
export type User = Shape<'UserView'>
export type Role = Schemas['UserView']['role']
export type Post = Shape<'PostView'>
export type DemonstrationAccount = Shape<'DemonstrationAccount'>

export type Clock = Shape<'ClockView'>
export type Task = Shape<'TaskView'>
export type TaskSummary = Shape<'TaskSummary'>
export type OpenMove = Shape<'OpenMove'>
export type Act = Shape<'ActRow'>
export type CaseDocument = Shape<'DocumentView'>
export type CaseStage = Shape<'StageView'>
export type CaseSummary = Shape<'CaseFile'>
export type Case = Shape<'CaseView'>
export type Procedure = Shape<'ProcedureView'>
export type CalendarYear = Shape<'YearView'>
export type NoticeDay = Shape<'NoticeDay'>

export type Scenario = Shape<'Scenario'>
export type ScenarioKind = NonNullable<Scenario['kind']>
export type ScenarioCall = NonNullable<Scenario['call']>
export type ItemColumn = Shape<'ItemColumn'>
export type ApplicationItem = Shape<'ItemView'>
export type Application = Shape<'ApplicationView'>
export type SourceDecision = Shape<'SourceDecision'>
export type Mask = NonNullable<Schemas['ItemColumn']['mask']>

export type AgreementSummary = Shape<'AgreementLine'>
export type Agreement = Shape<'AgreementView'>
export type Signatory = Shape<'SignatoryView'>
export type Seal = Shape<'SealView'>

export type MandateSummary = Shape<'MandateLine'>
export type Mandate = Shape<'MandateView'>
export type MandateHead = Mandate['heads'][number]
export type RedlineSegment = MandateHead['fromTemplate'][number]
export type Closing = Shape<'ClosingView'>
export type ClosingItem = Closing['items'][number]
export type PartnershipLine = Shape<'PartnershipLine'>
export type Partnership = Shape<'PartnershipView'>
export type OperatorRules = Shape<'OperatorRules'>
export type CapabilityKind = Partnership['capabilities'][number]['kind']

export type EvidenceEntry = Shape<'EvidenceItem'>
export type EvidenceDetail = Shape<'EvidenceDetail'>

export type DictionaryColumn = Shape<'DictionaryColumn'>
export type ColumnClass = DictionaryColumn['columnClass']
export type ColumnType = DictionaryColumn['type']
export type UpdateCycle = Schemas['CatalogueItem']['updateCycle']
export type Freshness = Schemas['CatalogueItem']['freshness']
export type CatalogueItem = Shape<'CatalogueItem'>
export type CatalogueEntry = Shape<'CatalogueEntry'>
export type Sample = Shape<'SyntheticSample'>
export type Batch = Shape<'Batch'>

export type Resource = Shape<'ResourceView'>
export type Load = Shape<'LoadView'>
export type LoadFormat = Load['format']
export type LoadTicket = Shape<'LoadTicket'>
export type DetectedColumn = Shape<'DetectedColumn'>
export type ConfirmedColumn = Shape<'ColumnRequest'>

export type Workspace = Shape<'WorkspaceView'>
export type WorkspaceLine = Shape<'WorkspaceLine'>
export type WorkspaceBudget = Shape<'WorkspaceBudget'>
export type GrantedTable = Shape<'WorkspaceTable'>
export type GrantedColumn = Shape<'WorkspaceColumn'>
export type Verdict = Shape<'VerdictView'>
export type Lane = Verdict['lane']
export type Finding = Shape<'FindingView'>
export type Cost = Shape<'CostView'>
export type Run = Shape<'RunView'>
export type RunResult = Shape<'RunResult'>

export type ReleaseLine = Shape<'ReleaseLine'>
export type Release = Shape<'ReleaseView'>
export type DataSetReport = NonNullable<Release['dataSet']>
export type Sharing = NonNullable<Question['sharing']>
export type LeakTrace = Shape<'LeakTraceView'>
export type ModelReport = NonNullable<Release['model']>
export type ModelSpec = NonNullable<Question['model']>
export type OwnTable = Shape<'OwnTableView'>
export type OwnTableRequest = Shape<'OwnTableRequest'>
export type OwnConfirmation = Shape<'OwnConfirmation'>
export type ReleaseCheck = Shape<'CheckLine'>

export type DutyLine = Shape<'DutyLine'>
export type Duty = Shape<'DutyView'>
export type DutyRule = Shape<'DutyRuleView'>
export type PeriodFacts = Shape<'PeriodFacts'>
export type UseOfPartner = Shape<'UseOfPartner'>
export type Wall = Shape<'Wall'>
export type PartyLine = Shape<'PartyLine'>
export type CertificateLine = Shape<'CertificateLine'>
export type MonthLine = Shape<'MonthLine'>
export type RemitLine = Shape<'RemitLine'>
export type Remit = NonNullable<Schemas['RemitLine']['remit']>
export type RectificationLine = Shape<'RectificationLine'>
export type Rectification = Shape<'RectificationView'>
export type ProductLine = Shape<'ProductLine'>
export type Product = Shape<'ProductView'>
export type ProductTerms = Sent<'ProductTerms'>
export type UsePurpose = ProductTerms['purpose']
export type Offer = Shape<'OfferView'>
export type PricePeriod = Shape<'PeriodView'>
export type CostEntry = Shape<'CostEntry'>
export type MeteredUse = Shape<'UseView'>
export type BillLine = Shape<'BillView'>
export type Income = Shape<'Income'>
export type Ticket = Shape<'TicketView'>
export type Leak = Shape<'LeakView'>
export type Filing = Shape<'FilingView'>
export type NationalRecord = Shape<'RecordView'>
export type RecordMove = Told<Omit<Sent<'RecordMove'>, 'step'>> & { step: string }
export type Listing = Shape<'ListingView'>
export type ListingMove = Told<Omit<Sent<'ListingMove'>, 'step'>> & { step: string }
export type Outside = Shape<'OutsideView'>
export type CounterpartLine = Shape<'CounterpartLine'>
export type OutsideLine = Shape<'OutsideLine'>
export type OversightCase = Shape<'OversightCase'>
export type IncomeStatement = Shape<'Statement'>
export type CreditRecord = Shape<'CreditView'>
export type ArticleLine = Shape<'ArticleLine'>
export type Disclosure = Shape<'DisclosureView'>
export type SelectionNotice = Shape<'SelectionNotice'>
export type Requirement = SelectionNotice['requirements'][number]
export type SelectionFile = Shape<'SelectionFile'>
export type CandidacyLine = Shape<'CandidacyLine'>
export type Candidacy = Shape<'CandidacyView'>
export type CandidacyAnswer = Shape<'Answer'>
export type Interest = Shape<'InterestView'>

export type OrganisationHistory = Shape<'OrganisationHistory'>
export type Organisation = Shape<'Organisation'>
export type Account = Shape<'AccountView'>

/** What the pages send, as the server's description has it; {@link Told} of it allows null as well. */
export type Sent<Name extends keyof Schemas> = Schemas[Name]
export type Credentials = Schemas['Credentials']
export type Notice = Schemas['NoticeRequest']
export type Setup = Schemas['SetupRequest']
export type TaskFilter = Query<'/api/tasks'>
export type CaseFilter = Query<'/api/cases'>
export type EvidenceFilter = Query<'/api/evidence'>
export type CatalogueFilter = Query<'/api/catalogue'>
export type ApplicationDraft = Shape<'ApplicationDraft'>
/** The server offers the steps as words ({@link OpenMove}), and takes back one of them. */
type WithOffered<Move> = Omit<Move, 'step'> & { step: OpenMove['step'] }
export type ApplicationMove = WithOffered<Shape<'ApplicationMove'>>
export type ResourceForm = Schemas['ResourceRequest']
export type ResourceChange = Schemas['ResourceChange']
export type LoadRequest = Schemas['LoadRequest']
export type Confirmation = Shape<'ConfirmationRequest'>
export type Question = Schemas['QuestionRequest']
export type ReleaseMove = WithOffered<Schemas['ReleaseMove']>
export type DutyFilter = Query<'/api/duties'>
export type DutyMove = WithOffered<Shape<'DutyMove'>>
export type FindingRequest = Schemas['FindingRequest']
export type RectificationMove = WithOffered<Shape<'RectificationMove'>>
export type ProductMove = WithOffered<Shape<'ProductMove'>>
export type TicketMove = WithOffered<Shape<'TicketMove'>>
export type LeakMove = WithOffered<Shape<'LeakMove'>>
export type CreditMove = WithOffered<Shape<'CreditMove'>>
export type DutyRuleChange = Shape<'DutyRuleChange'>
export type OrganisationForm = Schemas['OrganisationRequest']
export type PersonForm = Schemas['PersonRequest']

export type OwnData = Shape<'OwnDataView'>
export type OwnScenario = Shape<'OwnScenarioView'>
export type RightsRequest = Shape<'RightsRequestView'>
export type NewRequest = Sent<'NewRequest'>
export type RequestMove = WithOffered<Schemas['RequestMove']>
export type UseGround = Shape<'UseGroundView'>
export type DepartmentUse = Shape<'DepartmentUseView'>
export type SelectionForm = Schemas['CallRequest']
export type SelectionMove = WithOffered<Shape<'CallMove'>>
export type CandidacyMove = WithOffered<Shape<'CandidacyMove'>>
export type MandateText = Shape<'MandateText'>
export type MandateMove = WithOffered<Shape<'MandateMove'>>
export type PartnershipForm = Shape<'PartnershipRequest'>
export type PartnershipMove = WithOffered<Shape<'PartnershipMove'>>

export type Message = Shape<'Message'>
export type MessageWays = Shape<'WaysView'>

export type RuleRegister = Shape<'RegisterView'>
export type Figure = Shape<'FigureView'>
export type RuleSimulation = Shape<'Simulation'>

export type Incident = Shape<'IncidentView'>
export type CityRequest = Shape<'CityRequestView'>
export type CityAsking = Schemas['CityAsking']
export type CityMove = Schemas['CityMove']
export type ScenarioOpinion = Shape<'ScenarioOpinionView'>
export type OpinionAsking = Schemas['OpinionAsking']
export type OpinionMove = Schemas['OpinionMove']
export type Demand = Shape<'DemandView'>
export type DemandPosting = Schemas['DemandPosting']
export type DemandMove = Schemas['DemandMove']
export type CatalogueObjection = Shape<'ObjectionView'>
export type ObjectionRaising = Schemas['ObjectionRaising']
export type CatalogueObjectionMove = Schemas['ObjectionMove']
export type BatchRequest = Schemas['BatchRequest']
export type BatchOutcome = Shape<'BatchOutcome'>
export type Countersignature = Shape<'CountersignView'>
export type CountersignRequest = Schemas['CountersignRequest']
export type CountersignAnswer = Schemas['CountersignAnswer']
export type IncidentOpening = Schemas['Opening']
export type IncidentStep = Schemas['IncidentMove']['step']
