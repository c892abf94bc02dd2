import { by, offered } from './calls'
import { body, client, sent } from './http'
import type * as T from './types'

export const rights = {
  standing: () => body(client.GET('/api/rights', {})),
  prove: () => body(client.POST('/api/demonstration/identity', {})),
  visitProvider: () => body(client.POST('/api/rights/identity/visits', {})),
  bringProof: (code: string, state: string) =>
    body(client.POST('/api/rights/identity/proofs', { body: { code, state } })),
  data: () => body(client.GET('/api/rights/data', {})),
  uses: (page: number) => body(client.GET('/api/rights/uses', { params: { query: { page } } })),
  looks: () => body(client.GET('/api/rights/looks', {})),
  scenarios: () => body(client.GET('/api/rights/scenarios', {})),
  authorisations: () => body(client.GET('/api/rights/authorisations', {})),
  authorise: (workspace: string, until: string) =>
    body(client.POST('/api/rights/authorisations', { body: { workspace, until } })),
  withdraw: (authorisation: string) =>
    body(client.DELETE('/api/rights/authorisations/{id}', by(authorisation))),
  requests: (page: number) =>
    body(client.GET('/api/rights/requests', { params: { query: { page } } })),
  ask: (form: T.NewRequest) =>
    body(client.POST('/api/rights/requests', { body: sent<T.Sent<'NewRequest'>>(form) })),
  request: (request: string) => body(client.GET('/api/rights/requests/{id}', by(request))),
  move: (request: string, move: T.RequestMove) =>
    body(
      client.POST('/api/rights/requests/{id}/moves', {
        ...by(request),
        body: offered<T.Sent<'RequestMove'>>(move),
      }),
    ),
  ticket: (request: string) => body(client.POST('/api/rights/requests/{id}/ticket', by(request))),
  departmentUses: (page: number) =>
    body(client.GET('/api/rights/department-uses', { params: { query: { page } } })),
  grounds: () => body(client.GET('/api/rights/grounds', {})),
  demandConsent: (workspace: string, resource: string) =>
    body(
      client.PUT('/api/rights/grounds/{workspace}/{resource}/consent', {
        params: { path: { workspace, resource } },
      }),
    ),
  demandConsentNoMore: (workspace: string, resource: string) =>
    body(
      client.DELETE('/api/rights/grounds/{workspace}/{resource}/consent', {
        params: { path: { workspace, resource } },
      }),
    ),
}
