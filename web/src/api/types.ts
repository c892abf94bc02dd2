/** The shapes of the interface, as the pages use them. Dates are ISO strings, ids are UUIDs. */

export type Role =
  | 'AUTHORITY'
  | 'SOURCE'
  | 'OPERATOR'
  | 'PARTNER'
  | 'GOVERNMENT'
  | 'CITY'
  | 'EXPERT'
  | 'ASSESSOR'
  | 'SECURITY_REGULATOR'
  | 'MARKET_REGULATOR'
  | 'SUBJECT'
  | 'SYSTEM_ADMIN'
  | 'SECURITY_ADMIN'
  | 'AUDIT_ADMIN'

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

export interface Party {
  id: string
  name: string
  kind: string
}

export interface Person {
  id: string
  name: string
}

export interface Post {
  organisation: Party
  role: Role
}

export interface User {
  id: string
  name: string
  username: string
  organisation: Party
  role: Role
  roles: Post[]
  mustEnrolSecondFactor: boolean
  mustChangePassword: boolean
}

export interface Session {
  installation: {
    name: string
    demonstration: boolean
    empty: boolean
    today: string
    zone: string
  }
  user: User | null
}

export interface DemonstrationAccount {
  username: string
  name: string
  organisation: string
  role: Role
}

export interface DemonstrationProgress {
  scene: string
  done: number
  total: number
  finished: boolean
  failed: boolean
}

export interface Clock {
  due: string
  provisional: boolean
  totalDays: number
  usedDays: number
  leftDays: number
  state: 'NORMAL' | 'SOON' | 'TODAY' | 'OVERDUE' | 'PAUSED' | 'DONE'
  article: string
}

export interface Task {
  id: string
  caseId: string
  kind: string
  caseNumber: string
  title: string
  stage: string
  step: string
  organisation: Party
  role: Role
  receivedAt: string
  clock: Clock | null
  applicant: Party
  done: boolean
  reminded: number
}

export interface TaskSummary {
  open: number
  overdue: number
  today: number
  soon: number
}

export interface OpenMove {
  step: string
  article: string
  needsOpinion: boolean
  party: string
}

export interface Act {
  at: string
  person: string
  organisation: string
  role: Role
  step: string
  from?: string | null
  to?: string | null
  article: string
  opinion?: string | null
  evidence?: string | null
}

export interface CaseDocument {
  id: string
  name: string
  mediaType: string
  size: number
  sm3: string
  by: string
  at: string
}

export interface CaseStage {
  name: string
  state: 'DONE' | 'CURRENT' | 'AHEAD'
  parties: Party[]
  at?: string | null
  clock?: Clock | null
}

export interface CaseSummary {
  id: string
  kind: string
  number: string
  title: string
  stage: string
  applicant: Party
  startedOn: string
  closed: boolean
}

export interface Case extends CaseSummary {
  version: number
  subject: { type: string; id: string }
  moves: OpenMove[]
  tasks: Task[]
  acts: Act[]
  documents: CaseDocument[]
  stages: CaseStage[]
}

export interface Procedure {
  kind: string
  stages: string[]
  moves: {
    from: string
    step: string
    to: string
    by: string
    article: string
    term?: string | null
  }[]
}

export type ColumnClass =
  | 'OPEN'
  | 'MEASURE'
  | 'QUASI_IDENTIFIER'
  | 'SENSITIVE'
  | 'IDENTIFIER'
  | 'NEVER'
export type ColumnType =
  | 'TEXT'
  | 'INTEGER'
  | 'DECIMAL'
  | 'DOUBLE'
  | 'DATE'
  | 'TIMESTAMP'
  | 'BOOLEAN'
export type Mask = 'NONE' | 'PARTIAL' | 'PSEUDONYM' | 'GENERALISE'
export type ScenarioKind = 'PUBLIC_WELFARE' | 'INDUSTRY'

export interface Scenario {
  title: string
  kind: ScenarioKind | null
  purpose: string
  users: string
  outputs: string
  method: string
  frequency: string
  benefit: string
  risk: string
  until: string | null
}

export interface Decision {
  consent: boolean
  opinion?: string | null
  dropColumns: string[]
  masks: Record<string, Mask>
  until?: string | null
  by: string
  at: string
}

export interface ItemColumn {
  name: string
  label: string
  grade: number
  columnClass: ColumnClass
  granted?: boolean | null
  mask?: Mask | null
}

export interface ApplicationItem {
  resource: string
  title: string
  department: Party
  columns: ItemColumn[]
  necessity: string
  decision: Decision | null
}

export interface Application {
  id: string
  caseId: string
  version: number
  number: string
  stage: string
  applicant: Party
  scenario: Scenario
  items: ApplicationItem[]
  open: OpenMove[]
  agreement?: string | null
}

export interface SourceDecision {
  resource: string
  consent: boolean
  dropColumns: string[]
  masks: Record<string, Mask>
  until?: string | null
}

export interface AgreementSummary {
  id: string
  caseId: string
  number: string
  title: string
  stage: string
  from: string | null
  until: string | null
}

export interface Agreement extends AgreementSummary {
  version: number
  heads: { key: string; text: string; complete: boolean }[]
  missing: string[]
  parties: {
    party: Party
    role: Role
    signedAt?: string | null
    signedBy?: string | null
    signature?: string | null
  }[]
  workspace?: string | null
  open: OpenMove[]
  sm3: string
}

export interface EvidenceEntry {
  id: string
  index: number
  at: string
  article: string
  act: string
  person: string
  organisation: string
  role: Role
  caseId?: string | null
  leaf: string
}

export interface EvidenceDetail extends EvidenceEntry {
  content: unknown
}

export interface Checkpoint {
  origin: string
  size: number
  root: string
  at: string
  keyId: string
  signature: string
}

export type UpdateCycle = 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'QUARTERLY' | 'YEARLY' | 'IRREGULAR'
export type Freshness = 'FRESH' | 'LATE' | 'NEVER'

export interface Quality {
  score: number
  at: string
}

export interface CatalogueItem {
  id: string
  name: string
  title: string
  summary: string
  department: Party
  grade: number
  rows: number
  updateCycle: UpdateCycle
  refreshedAt?: string | null
  freshness: Freshness
  quality?: Quality | null
  subjectKind: string
  columns: number
  publishedAt?: string | null
}

export interface DictionaryColumn {
  name: string
  label: string
  meaning: string
  type: ColumnType
  scale: number
  columnClass: ColumnClass
  grade: number
  rights: string[]
  lower?: number | null
  upper?: number | null
  completeness?: number | null
}

export interface VersionLine {
  version: number
  rows: number
  rejected: number
  at: string
}

export interface CatalogueEntry extends Omit<CatalogueItem, 'columns'> {
  subject?: string | null
  legalBasis: string
  contact: string
  retention: string
  columns: DictionaryColumn[]
  versions: VersionLine[]
}

export interface Sample {
  columns: string[]
  rows: unknown[][]
  synthetic: boolean
}

export type ResourceState = 'DRAFT' | 'SUBMITTED' | 'PUBLISHED' | 'WITHDRAWN'
export type ResourceStep = 'SUBMIT' | 'WITHDRAW' | 'PUBLISH'

export interface Resource extends CatalogueEntry {
  state: ResourceState
  version: number
  dataVersion?: number | null
  publishedVersion?: number | null
  loads: Load[]
  open: ResourceStep[]
}

export type LoadState =
  | 'WAITING'
  | 'RECEIVING'
  | 'READING'
  | 'STAGED'
  | 'LANDING'
  | 'LANDED'
  | 'FAILED'
  | 'DISCARDED'
export type LoadFormat = 'CSV' | 'PARQUET' | 'TABLE'

export interface DetectedColumn {
  name: string
  proposedLabel: string
  type: ColumnType
  scale: number
  proposedClass: ColumnClass
  proposedGrade: number
  detector?: string | null
  evidence: { matching: number; checked: number }
  lower?: number | null
  upper?: number | null
}

export interface Load {
  id: string
  resource: string
  state: LoadState
  format: LoadFormat
  fileName: string
  progress: { bytes: number; total: number; rows: number }
  rows: number
  rejected: number
  dataVersion: number
  at: string
  columns: DetectedColumn[]
  problem?: { type: string; detail: string } | null
}

export interface LoadTicket {
  id: string
  ticket: string
  url: string
  expiresAt: string
}

export interface ConfirmedColumn {
  name: string
  label: string
  meaning: string
  type: ColumnType
  scale: number
  columnClass: ColumnClass
  grade: number
  lower?: number | null
  upper?: number | null
}

export interface Batch {
  id: string
  number: string
  title: string
  publishedAt: string
  personName: string
  items: { resource: string; title: string; departmentName: string; version: number }[]
}

export type Lane = 'SYNTHETIC' | 'INSTANT' | 'REVIEWED'

export interface GrantedColumn {
  name: string
  label: string
  meaning: string
  type: ColumnType
  scale: number
  grade: number
  columnClass: ColumnClass
  mask: Mask
  rights: string[]
}

export interface GrantedTable {
  resource: string
  version: number
  name: string
  title: string
  department: Party
  rows: number
  subject?: string | null
  subjectKind: string
  columns: GrantedColumn[]
}

export type WorkspaceState = 'OPEN' | 'SUSPENDED' | 'TERMINATED'

export interface WorkspaceLine {
  id: string
  agreement: string
  caseId: string
  title: string
  scenario: string
  state: WorkspaceState
  until: string
  partner: Party
  mine: boolean
  tables: number
  reason?: string | null
}

export interface WorkspaceBudget {
  resource: string
  title: string
  limit: number
  spent: number
}

export interface Workspace extends Omit<WorkspaceLine, 'tables'> {
  openedAt: string
  tables: GrantedTable[]
  budget: WorkspaceBudget[]
  threshold: number
  article?: string | null
  open: string[]
}

export interface Finding {
  rule: string
  article: string
  line: number
  column: number
  endLine: number
  endColumn: number
  message: string
}

export interface Cost {
  epsilon: number
  left: number
  limit: number
}

export interface Verdict {
  allowed: boolean
  lane: Lane
  findings: Finding[]
  checks: { rule: string; article: string; message: string }[]
  cost?: Cost | null
}

export interface RunResult {
  columns: { name: string; type: string; kind: string }[]
  rows: unknown[][]
  /** Groups left out; -1 where even that number would tell something. */
  suppressed: number
  errorBars?: (number | null)[][] | null
  total: number
}

export interface Run {
  id: string
  workspace: string
  state: 'RUNNING' | 'DONE' | 'REFUSED' | 'FAILED' | 'CANCELLED'
  lane: Lane
  sql: string
  personName: string
  at: string
  millis?: number | null
  result?: RunResult | null
  verdict?: Verdict | null
  release?: string | null
  problem?: { type: string; article: string; detail: string } | null
  evidence: string
}

export interface ReleaseLine {
  id: string
  caseId: string
  number: string
  stage: string
  workspace: string
  workspaceTitle: string
  purpose: string
  authorName: string
  partnerName: string
  at: string
}

export interface ReleaseCheck {
  rule: string
  article: string
  outcome: 'PASS' | 'FLAG' | 'FAIL'
  message: string
}

export interface Release extends ReleaseLine {
  version: number
  run: string
  sql: string
  recipientNote: string
  checks: ReleaseCheck[]
  result?: RunResult | null
  fileSm3: string
  open: OpenMove[]
  receipt?: string | null
}

export interface Organisation extends Party {
  creditCode?: string | null
}

export interface Account {
  id: string
  username: string
  name: string
  organisation: Party | null
  roles: Role[]
  locked: boolean
}
