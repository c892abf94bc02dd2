import { answer, body, client, sent } from './http'
import type * as T from './types'

/**
 * One function per operation; nothing else in the pages knows the interface's addresses. What each sends and gets is
 * checked against `schema.d.ts`, so a field that the server does not know is a compile error.
 */

export const by = (id: string) => ({ params: { path: { id } } })

/** A step that the server offered itself is one that it knows. */
export const offered = <Move extends { step: string }>(
  move: T.Told<Omit<Move, 'step'>> & { step: string },
) => sent<Move>(move as T.Told<Move>)

export const session = {
  read: () => body(client.GET('/api/session', {})),
  signIn: (form: T.Credentials) => body(client.POST('/api/session', { body: form })),
  signOut: () => body(client.DELETE('/api/session', {})),
  switchTo: (organisation: string, role: T.Role) =>
    body(client.PUT('/api/session/role', { body: { organisation, role } })),
  changePassword: (current: string, next: string) =>
    body(client.PUT('/api/me/password', { body: { current, next } })),
  beginSecondFactor: () => body(client.POST('/api/me/second-factor', {})),
  confirmSecondFactor: (code: string) =>
    body(client.PUT('/api/me/second-factor', { body: { code } })),
  demonstrationAccounts: () => body(client.GET('/api/demonstration/accounts', {})),
  demonstrationProgress: () =>
    answer<T.DemonstrationProgress>(client.GET('/api/demonstration/progress', {})),
  demonstrationCredentials: (username: string) =>
    body(
      client.POST('/api/demonstration/accounts/{username}/credentials', {
        params: { path: { username } },
      }),
    ),
  setUp: (form: T.Setup) => body(client.POST('/api/setup', { body: form })),
}

export const work = {
  tasks: (query: T.TaskFilter) => body(client.GET('/api/tasks', { params: { query } })),
  summary: () => body(client.GET('/api/tasks/summary', {})),
  transfer: (task: string, person: string) =>
    body(client.POST('/api/tasks/{id}/transfer', { ...by(task), body: { person } })),
  cases: (query: T.CaseFilter) => body(client.GET('/api/cases', { params: { query } })),
  case: (caseId: string) => body(client.GET('/api/cases/{id}', by(caseId))),
  remind: (caseId: string) => body(client.POST('/api/cases/{id}/reminders', by(caseId))),
  attach: (caseId: string, file: File) => {
    const form = new FormData()
    form.append('file', file)
    return body(
      client.POST('/api/cases/{id}/documents', {
        ...by(caseId),
        body: { file: file.name },
        bodySerializer: () => form,
      }),
    )
  },
  procedures: () => body(client.GET('/api/procedures', {})),
  procedure: (kind: string) =>
    body(client.GET('/api/procedures/{kind}', { params: { path: { kind } } })),
}

export const calendar = {
  years: () => body(client.GET('/api/calendar', {})),
  take: (year: number, notice: T.Notice) =>
    body(client.PUT('/api/calendar/{year}', { params: { path: { year } }, body: notice })),
}

export const applications = {
  open: () => body(client.POST('/api/applications', {})),
  read: (application: string) => body(client.GET('/api/applications/{id}', by(application))),
  save: (application: string, draft: T.ApplicationDraft) =>
    body(
      client.PUT('/api/applications/{id}', {
        ...by(application),
        body: sent<T.Sent<'ApplicationDraft'>>(draft),
      }),
    ),
  move: (application: string, move: T.ApplicationMove) =>
    body(
      client.POST('/api/applications/{id}/moves', {
        ...by(application),
        body: offered<T.Sent<'ApplicationMove'>>(move),
      }),
    ),
}

export const agreements = {
  list: (page: number) => body(client.GET('/api/agreements', { params: { query: { page } } })),
  read: (agreement: string) => body(client.GET('/api/agreements/{id}', by(agreement))),
  fill: (agreement: string, version: number, heads: Record<string, string>) =>
    body(client.PUT('/api/agreements/{id}/heads', { ...by(agreement), body: { version, heads } })),
  sign: (agreement: string, version: number, sm3: string) =>
    body(
      client.POST('/api/agreements/{id}/signatures', { ...by(agreement), body: { version, sm3 } }),
    ),
}

export const evidence = {
  list: (query: T.EvidenceFilter) => body(client.GET('/api/evidence', { params: { query } })),
  read: (entry: string) => body(client.GET('/api/evidence/{id}', by(entry))),
  receipt: (entry: string) =>
    answer<T.Receipt>(client.GET('/api/evidence/{id}/receipt', by(entry))),
  checkpoint: () => answer<T.Checkpoint>(client.GET('/api/evidence/checkpoint', {})),
}

export const catalogue = {
  search: (query: T.CatalogueFilter) => body(client.GET('/api/catalogue', { params: { query } })),
  read: (resource: string) => body(client.GET('/api/catalogue/{id}', by(resource))),
  sample: (resource: string) => body(client.GET('/api/catalogue/{id}/sample', by(resource))),
  batches: () => body(client.GET('/api/catalogue-batches', {})),
  candidates: () => body(client.GET('/api/catalogue-batches/candidates', {})),
  publish: (title: string, resources: string[]) =>
    body(client.POST('/api/catalogue-batches', { body: { title, resources } })),
}

export const intake = {
  list: () => body(client.GET('/api/resources', {})),
  read: (resource: string) => body(client.GET('/api/resources/{id}', by(resource))),
  create: (form: T.ResourceForm) => body(client.POST('/api/resources', { body: form })),
  save: (resource: string, form: T.ResourceChange) =>
    body(client.PUT('/api/resources/{id}', { ...by(resource), body: form })),
  ticket: (resource: string, form: T.LoadRequest) =>
    body(client.POST('/api/resources/{id}/loads', { ...by(resource), body: form })),
  load: (load: string) => body(client.GET('/api/loads/{id}', by(load))),
  confirm: (load: string, confirmation: T.Confirmation) =>
    body(
      client.PUT('/api/loads/{id}/confirmation', {
        ...by(load),
        body: sent<T.Sent<'ConfirmationRequest'>>(confirmation),
      }),
    ),
  discard: (load: string) => body(client.DELETE('/api/loads/{id}', by(load))),
  rejects: (load: string) => body(client.GET('/api/loads/{id}/rejects', by(load))),
  submit: (resource: string) => body(client.POST('/api/resources/{id}/submission', by(resource))),
  withdraw: (resource: string) => body(client.POST('/api/resources/{id}/withdrawal', by(resource))),
}

export const workspaces = {
  list: () => body(client.GET('/api/workspaces', {})),
  read: (workspace: string) => body(client.GET('/api/workspaces/{id}', by(workspace))),
  judge: (workspace: string, question: T.Question) =>
    body(client.POST('/api/workspaces/{id}/judgements', { ...by(workspace), body: question })),
  run: (workspace: string, question: T.Question) =>
    body(client.POST('/api/workspaces/{id}/runs', { ...by(workspace), body: question })),
  runs: (workspace: string, page: number) =>
    body(
      client.GET('/api/workspaces/{id}/runs', {
        params: { path: { id: workspace }, query: { page } },
      }),
    ),
  readRun: (run: string) => body(client.GET('/api/runs/{id}', by(run))),
  cancel: (run: string) => body(client.DELETE('/api/runs/{id}', by(run))),
  suspend: (workspace: string, reason: string) =>
    body(client.POST('/api/workspaces/{id}/suspension', { ...by(workspace), body: { reason } })),
  resume: (workspace: string, reason: string) =>
    body(
      client.DELETE('/api/workspaces/{id}/suspension', {
        params: { path: { id: workspace }, query: { reason } },
      }),
    ),
  terminate: (workspace: string, reason: string) =>
    body(client.POST('/api/workspaces/{id}/termination', { ...by(workspace), body: { reason } })),
}

export const releases = {
  list: () => body(client.GET('/api/releases', {})),
  read: (release: string) => body(client.GET('/api/releases/{id}', by(release))),
  request: (run: string, purpose: string, recipientNote: string) =>
    body(client.POST('/api/releases', { body: { run, purpose, recipientNote } })),
  move: (release: string, move: T.ReleaseMove) =>
    body(
      client.POST('/api/releases/{id}/moves', {
        ...by(release),
        body: offered<T.Sent<'ReleaseMove'>>(move),
      }),
    ),
}

export const traces = {
  list: () => body(client.GET('/api/traces', {})),
  report: (fileName: string, note: string) =>
    body(client.POST('/api/traces', { body: { fileName, note } })),
  finding: (leak: string) => body(client.POST('/api/traces/{id}/finding', by(leak))),
}

export const parties = {
  organisations: () => body(client.GET('/api/organisations', {})),
  addOrganisation: (form: T.OrganisationForm) =>
    body(client.POST('/api/organisations', { body: form })),
  people: (organisation?: string) =>
    body(client.GET('/api/people', { params: { query: { organisation } } })),
  addPerson: (form: T.PersonForm) => body(client.POST('/api/people', { body: form })),
  lock: (person: string) => body(client.POST('/api/people/{id}/lock', by(person))),
  unlock: (person: string) => body(client.POST('/api/people/{id}/unlock', by(person))),
  giveRoles: (person: string, roles: T.Role[]) =>
    body(client.PUT('/api/people/{id}/roles', { ...by(person), body: { roles } })),
}

export const mandates = {
  list: () => body(client.GET('/api/mandates', {})),
  read: (id: string) => body(client.GET('/api/mandates/{id}', by(id))),
  fill: (id: string, form: T.MandateText) =>
    body(
      client.PUT('/api/mandates/{id}/heads', {
        ...by(id),
        body: sent<T.Sent<'MandateText'>>(form),
      }),
    ),
  sign: (id: string, version: number, sm3: string) =>
    body(client.POST('/api/mandates/{id}/signatures', { ...by(id), body: { version, sm3 } })),
  move: (id: string, move: T.MandateMove) =>
    body(
      client.POST('/api/mandates/{id}/moves', {
        ...by(id),
        body: offered<T.Sent<'MandateMove'>>(move),
      }),
    ),
}

export const closings = {
  read: (id: string) => body(client.GET('/api/closings/{id}', by(id))),
  prove: (id: string, form: T.Sent<'ClosingProof'>) =>
    body(client.POST('/api/closings/{id}/proofs', { ...by(id), body: form })),
  close: (id: string, version: number) =>
    body(client.POST('/api/closings/{id}/closure', { ...by(id), body: { version } })),
}

export const partners = {
  rules: () => body(client.GET('/api/partner-rules', {})),
  publish: (form: T.Sent<'PartnerRulesRequest'>) =>
    body(client.POST('/api/partner-rules', { body: form })),
  list: () => body(client.GET('/api/partnerships', {})),
  read: (id: string) => body(client.GET('/api/partnerships/{id}', by(id))),
  begin: (form: T.PartnershipForm) =>
    body(client.POST('/api/partnerships', { body: sent<T.Sent<'PartnershipRequest'>>(form) })),
  move: (id: string, move: T.PartnershipMove) =>
    body(
      client.POST('/api/partnerships/{id}/moves', {
        ...by(id),
        body: offered<T.Sent<'PartnershipMove'>>(move),
      }),
    ),
}

export const measures = {
  list: () => body(client.GET('/api/measures', {})),
}
