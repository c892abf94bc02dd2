import { by, offered } from './calls'
import { body, client, sent } from './http'
import type * as T from './types'

export const selection = {
  notices: () => body(client.GET('/api/notices', {})),
  notice: (id: string) => body(client.GET('/api/notices/{id}', by(id))),
  drafts: () => body(client.GET('/api/selections/drafts', {})),
  file: (id: string) => body(client.GET('/api/selections/{id}/file', by(id))),
  create: (form: T.SelectionForm) => body(client.POST('/api/selections', { body: form })),
  move: (id: string, move: T.SelectionMove) =>
    body(
      client.POST('/api/selections/{id}/moves', {
        ...by(id),
        body: offered<T.Sent<'CallMove'>>(move),
      }),
    ),
  recuse: (id: string, reason: string) =>
    body(client.POST('/api/selections/{id}/recusals', { ...by(id), body: { reason } })),
  interests: () => body(client.GET('/api/selections/interests', {})),
  declare: (interests: { about: string; reason: string }[]) =>
    body(client.PUT('/api/selections/interests', { body: { interests } })),
  begin: (id: string) => body(client.POST('/api/selections/{id}/candidacies', by(id))),
  candidacy: (id: string) => body(client.GET('/api/candidacies/{id}', by(id))),
  save: (
    id: string,
    form: { version: number; answers: Partial<Record<T.Requirement, T.CandidacyAnswer>> },
  ) =>
    body(
      client.PUT('/api/candidacies/{id}', {
        ...by(id),
        body: sent<T.Sent<'AnswersRequest'>>(form),
      }),
    ),
  moveCandidacy: (id: string, move: T.CandidacyMove) =>
    body(
      client.POST('/api/candidacies/{id}/moves', {
        ...by(id),
        body: offered<T.Sent<'CandidacyMove'>>(move),
      }),
    ),
  score: (id: string, points: Partial<Record<T.Requirement, number>>, comment: string) =>
    body(
      client.POST('/api/candidacies/{id}/scores', {
        ...by(id),
        body: sent<T.Sent<'ScoreRequest'>>({ points, comment }),
      }),
    ),
  opine: (id: string, objects: boolean, text: string) =>
    body(client.POST('/api/candidacies/{id}/opinions', { ...by(id), body: { objects, text } })),
}
