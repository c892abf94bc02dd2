import { by, offered } from './calls'
import { body, client, sent } from './http'
import type * as T from './types'

export const duties = {
  wall: () => body(client.GET('/api/duties/wall', {})),
  look: () => body(client.POST('/api/duties/look', {})),
  list: (query: T.DutyFilter) => body(client.GET('/api/duties', { params: { query } })),
  read: (duty: string) => body(client.GET('/api/duties/{id}', by(duty))),
  move: (duty: string, move: T.DutyMove) =>
    body(
      client.POST('/api/duties/{id}/moves', {
        ...by(duty),
        body: offered<T.Sent<'DutyMove'>>(move),
      }),
    ),
  rules: () => body(client.GET('/api/duty-rules', {})),
  changeRule: (code: string, form: T.DutyRuleChange) =>
    body(
      client.POST('/api/duty-rules/{code}/changes', {
        params: { path: { code } },
        body: sent<T.Sent<'DutyRuleChange'>>(form),
      }),
    ),
  remits: () => body(client.GET('/api/remits', {})),
  remit: (organisation: string, remit: T.Remit) =>
    body(client.PUT('/api/remits/{id}', { ...by(organisation), body: { remit } })),
}

export const disclosures = {
  list: () => body(client.GET('/api/disclosures', {})),
  read: (disclosure: string) => body(client.GET('/api/disclosures/{id}', by(disclosure))),
}

export const enforcement = {
  list: () => body(client.GET('/api/rectifications', {})),
  parties: () => body(client.GET('/api/rectifications/parties', {})),
  read: (rectification: string) => body(client.GET('/api/rectifications/{id}', by(rectification))),
  report: (form: T.FindingRequest) => body(client.POST('/api/rectifications', { body: form })),
  move: (rectification: string, move: T.RectificationMove) =>
    body(
      client.POST('/api/rectifications/{id}/moves', {
        ...by(rectification),
        body: offered<T.Sent<'RectificationMove'>>(move),
      }),
    ),
  credit: () => body(client.GET('/api/credit-records', {})),
  moveCredit: (record: string, move: T.CreditMove) =>
    body(
      client.POST('/api/credit-records/{id}/moves', {
        ...by(record),
        body: offered<T.Sent<'CreditMove'>>(move),
      }),
    ),
}
