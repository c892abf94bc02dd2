import { body, client } from './http'
import type * as T from './types'

/** One function per operation of the interface; nothing else in the pages knows its addresses. */

// biome-ignore lint/suspicious/noExplicitAny: until the server's description is in api/openapi.json
const loose = client as any
const get = <R>(path: string, params: object = {}): Promise<R> => body(loose.GET(path, { params }))
const post = <R>(path: string, json?: unknown, params: object = {}): Promise<R> =>
  body(loose.POST(path, { params, body: json }))
const put = <R>(path: string, json?: unknown, params: object = {}): Promise<R> =>
  body(loose.PUT(path, { params, body: json }))
const remove = <R>(path: string, params: object = {}): Promise<R> =>
  body(loose.DELETE(path, { params }))
const id = (value: string) => ({ path: { id: value } })

export const session = {
  read: () => get<T.Session>('/api/session'),
  signIn: (form: { username: string; password: string; code?: string }) =>
    post<T.Session>('/api/session', form),
  signOut: () => remove<void>('/api/session'),
  switchTo: (organisation: string, role: T.Role) =>
    put<T.Session>('/api/session/role', { organisation, role }),
  changePassword: (current: string, next: string) =>
    put<void>('/api/me/password', { current, next }),
  beginSecondFactor: () => post<{ secret: string; uri: string }>('/api/me/second-factor'),
  confirmSecondFactor: (code: string) => put<void>('/api/me/second-factor', { code }),
  demonstrationAccounts: () => get<T.DemonstrationAccount[]>('/api/demonstration/accounts'),
  demonstrationProgress: () => get<T.DemonstrationProgress>('/api/demonstration/progress'),
  demonstrationCredentials: (username: string) =>
    post<{ password: string; code: string | null }>(
      '/api/demonstration/accounts/{username}/credentials',
      undefined,
      { path: { username } },
    ),
  setUp: (form: Setup) => post<void>('/api/setup', form),
}

export interface Setup {
  authority: { name: string; creditCode: string }
  administrators: { username: string; name: string; password: string; role: T.Role }[]
  authorityUser: { username: string; name: string; password: string }
}

export interface TaskFilter {
  state: 'OPEN' | 'DONE'
  kind?: string
  q?: string
  due?: 'OVERDUE' | 'TODAY' | 'SOON'
  page: number
  size: number
}

export interface CaseFilter {
  kind?: string
  stage?: string
  q?: string
  page: number
  size: number
}

export const work = {
  tasks: (query: TaskFilter) => get<T.Page<T.Task>>('/api/tasks', { query }),
  summary: () => get<T.TaskSummary>('/api/tasks/summary'),
  transfer: (task: string, person: string) =>
    post<void>('/api/tasks/{id}/transfer', { person }, id(task)),
  cases: (query: CaseFilter) => get<T.Page<T.CaseSummary>>('/api/cases', { query }),
  case: (caseId: string) => get<T.Case>('/api/cases/{id}', id(caseId)),
  remind: (caseId: string) => post<void>('/api/cases/{id}/reminders', undefined, id(caseId)),
  attach: (caseId: string, file: File) => {
    const form = new FormData()
    form.append('file', file)
    return body<T.CaseDocument>(
      loose.POST('/api/cases/{id}/documents', {
        params: id(caseId),
        body: form,
        bodySerializer: (value: FormData) => value,
      }),
    )
  },
  procedures: () => get<T.Procedure[]>('/api/procedures'),
  procedure: (kind: string) => get<T.Procedure>('/api/procedures/{kind}', { path: { kind } }),
}

export interface ApplicationMove {
  version: number
  step: string
  opinion?: string
  decisions?: T.SourceDecision[]
}

export interface ApplicationDraft {
  version: number
  scenario: T.Scenario
  items: { resource: string; columns: string[]; necessity: string }[]
}

export const applications = {
  open: () => post<T.Application>('/api/applications', {}),
  read: (application: string) => get<T.Application>('/api/applications/{id}', id(application)),
  save: (application: string, draft: ApplicationDraft) =>
    put<T.Application>('/api/applications/{id}', draft, id(application)),
  move: (application: string, move: ApplicationMove) =>
    post<T.Application>('/api/applications/{id}/moves', move, id(application)),
}

export const agreements = {
  list: (page: number) => get<T.Page<T.AgreementSummary>>('/api/agreements', { query: { page } }),
  read: (agreement: string) => get<T.Agreement>('/api/agreements/{id}', id(agreement)),
  fill: (agreement: string, version: number, heads: Record<string, string>) =>
    put<T.Agreement>('/api/agreements/{id}/heads', { version, heads }, id(agreement)),
  sign: (agreement: string, version: number, sm3: string) =>
    post<T.Agreement>('/api/agreements/{id}/signatures', { version, sm3 }, id(agreement)),
}

export const evidence = {
  list: (query: { case?: string; q?: string; page: number }) =>
    get<T.Page<T.EvidenceEntry>>('/api/evidence', { query }),
  read: (entry: string) => get<T.EvidenceDetail>('/api/evidence/{id}', id(entry)),
  checkpoint: () => get<T.Checkpoint>('/api/evidence/checkpoint'),
}

export interface CatalogueFilter {
  q?: string
  department?: string
  grade?: number
  freshness?: string
  page: number
  size?: number
}

export const catalogue = {
  search: (query: CatalogueFilter) => get<T.Page<T.CatalogueItem>>('/api/catalogue', { query }),
  read: (resource: string) => get<T.CatalogueEntry>('/api/catalogue/{id}', id(resource)),
  sample: (resource: string) => get<T.Sample>('/api/catalogue/{id}/sample', id(resource)),
  batches: () => get<T.Batch[]>('/api/catalogue-batches'),
  candidates: () => get<T.Resource[]>('/api/catalogue-batches/candidates'),
  publish: (title: string, resources: string[]) =>
    post<T.Batch>('/api/catalogue-batches', { title, resources }),
}

export interface ResourceForm {
  name: string
  title: string
  summary: string
  updateCycle: T.UpdateCycle
  legalBasis: string
  contact: string
  retention: string
}

export interface Confirmation {
  columns: T.ConfirmedColumn[]
  subject: string | null
  subjectKind: string
}

export const intake = {
  list: () => get<T.Resource[]>('/api/resources'),
  read: (resource: string) => get<T.Resource>('/api/resources/{id}', id(resource)),
  create: (form: ResourceForm) => post<T.Resource>('/api/resources', form),
  save: (resource: string, form: Omit<ResourceForm, 'name'> & { version: number }) =>
    put<T.Resource>('/api/resources/{id}', form, id(resource)),
  ticket: (resource: string, form: { format: T.LoadFormat; fileName: string; size: number }) =>
    post<T.LoadTicket>('/api/resources/{id}/loads', form, id(resource)),
  load: (load: string) => get<T.Load>('/api/loads/{id}', id(load)),
  confirm: (load: string, confirmation: Confirmation) =>
    put<T.Load>('/api/loads/{id}/confirmation', confirmation, id(load)),
  discard: (load: string) => remove<void>('/api/loads/{id}', id(load)),
  rejects: (load: string) => get<{ url: string }>('/api/loads/{id}/rejects', id(load)),
  submit: (resource: string) =>
    post<T.Resource>('/api/resources/{id}/submission', undefined, id(resource)),
  withdraw: (resource: string) =>
    post<T.Resource>('/api/resources/{id}/withdrawal', undefined, id(resource)),
}

export interface Question {
  sql: string
  lane: T.Lane
  epsilon?: number
}

export const workspaces = {
  list: () => get<T.WorkspaceLine[]>('/api/workspaces'),
  read: (workspace: string) => get<T.Workspace>('/api/workspaces/{id}', id(workspace)),
  judge: (workspace: string, question: Question) =>
    post<T.Verdict>('/api/workspaces/{id}/judgements', question, id(workspace)),
  run: (workspace: string, question: Question) =>
    post<T.Run>('/api/workspaces/{id}/runs', question, id(workspace)),
  runs: (workspace: string, page: number) =>
    get<T.Page<T.Run>>('/api/workspaces/{id}/runs', { ...id(workspace), query: { page } }),
  readRun: (run: string) => get<T.Run>('/api/runs/{id}', id(run)),
  cancel: (run: string) => remove<void>('/api/runs/{id}', id(run)),
  suspend: (workspace: string, reason: string) =>
    post<T.Workspace>('/api/workspaces/{id}/suspension', { reason }, id(workspace)),
  resume: (workspace: string, reason: string) =>
    remove<T.Workspace>('/api/workspaces/{id}/suspension', { ...id(workspace), query: { reason } }),
  terminate: (workspace: string, reason: string) =>
    post<T.Workspace>('/api/workspaces/{id}/termination', { reason }, id(workspace)),
}

export const releases = {
  list: () => get<T.ReleaseLine[]>('/api/releases'),
  read: (release: string) => get<T.Release>('/api/releases/{id}', id(release)),
  request: (run: string, purpose: string, recipientNote: string) =>
    post<T.Release>('/api/releases', { run, purpose, recipientNote }),
  move: (release: string, move: { version: number; step: string; opinion: string }) =>
    post<T.Release>('/api/releases/{id}/moves', move, id(release)),
}

export const parties = {
  organisations: () => get<T.Organisation[]>('/api/organisations'),
  addOrganisation: (form: { name: string; creditCode: string; kind: string }) =>
    post<T.Organisation>('/api/organisations', form),
  people: (organisation?: string) => get<T.Account[]>('/api/people', { query: { organisation } }),
  addPerson: (form: {
    username: string
    name: string
    organisation: string
    roles: T.Role[]
    password: string
  }) => post<T.Account>('/api/people', form),
  lock: (person: string) => post<void>('/api/people/{id}/lock', undefined, id(person)),
  unlock: (person: string) => post<void>('/api/people/{id}/unlock', undefined, id(person)),
  giveRoles: (person: string, roles: T.Role[]) =>
    put<void>('/api/people/{id}/roles', { roles }, id(person)),
}
