import { by, offered } from './calls'
import { body, client } from './http'
import type * as T from './types'

/** Products, their prices, their quality: more of what `calls.ts` holds. */

export const products = {
  list: () => body(client.GET('/api/products', {})),
  used: () => body(client.GET('/api/products/used', {})),
  works: () => body(client.GET('/api/products/works', {})),
  assessors: () => body(client.GET('/api/products/assessors', {})),
  candidates: () => body(client.GET('/api/products/customers', {})),
  read: (product: string) => body(client.GET('/api/products/{id}', by(product))),
  begin: (form: T.Sent<'ProductRequest'>) => body(client.POST('/api/products', { body: form })),
  fill: (product: string, form: T.Sent<'TermsRequest'>) =>
    body(client.PUT('/api/products/{id}', { ...by(product), body: form })),
  move: (product: string, move: T.ProductMove) =>
    body(
      client.POST('/api/products/{id}/moves', {
        ...by(product),
        body: offered<T.Sent<'ProductMove'>>(move),
      }),
    ),
  admit: (product: string, form: T.Sent<'CustomerRequest'>) =>
    body(client.POST('/api/products/{id}/customers', { ...by(product), body: form })),
}

export const pricing = {
  offers: () => body(client.GET('/api/product-catalogue', {})),
  costs: () => body(client.GET('/api/pricing/costs', {})),
  enter: (form: T.Sent<'CostRequest'>) => body(client.POST('/api/pricing/costs', { body: form })),
  reverse: (cost: string) => body(client.POST('/api/pricing/costs/{id}/reversal', by(cost))),
  periods: () => body(client.GET('/api/pricing/periods', {})),
  operators: () => body(client.GET('/api/pricing/operators', {})),
  set: (form: T.Sent<'PeriodRequest'>) => body(client.POST('/api/pricing/periods', { body: form })),
  product: (product: string) => body(client.GET('/api/pricing/products/{id}', by(product))),
  price: (product: string, form: T.Sent<'SheetRequest'>) =>
    body(client.POST('/api/pricing/products/{id}/sheets', { ...by(product), body: form })),
  cap: (period: string, form: T.Sent<'CapRequest'>) =>
    body(client.POST('/api/pricing/periods/{id}/caps', { ...by(period), body: form })),
  uses: () => body(client.GET('/api/pricing/uses', {})),
  bills: () => body(client.GET('/api/pricing/bills', {})),
  bill: (form: T.Sent<'BillRequest'>) => body(client.POST('/api/pricing/bills', { body: form })),
  income: (from: string, until: string) =>
    body(client.GET('/api/pricing/income', { params: { query: { from, until } } })),
}

export const quality = {
  list: () => body(client.GET('/api/quality-tickets', {})),
  read: (ticket: string) => body(client.GET('/api/quality-tickets/{id}', by(ticket))),
  report: (form: T.Sent<'TicketRequest'>) =>
    body(client.POST('/api/quality-tickets', { body: form })),
  move: (ticket: string, move: T.TicketMove) =>
    body(
      client.POST('/api/quality-tickets/{id}/moves', {
        ...by(ticket),
        body: offered<T.Sent<'TicketMove'>>(move),
      }),
    ),
  notices: () => body(client.GET('/api/quality-notices', {})),
  leaks: () => body(client.GET('/api/leaks', {})),
  leak: (leak: string) => body(client.GET('/api/leaks/{id}', by(leak))),
  suspects: () => body(client.GET('/api/leaks/suspects', {})),
  reportLeak: (form: T.Sent<'LeakRequest'>) => body(client.POST('/api/leaks', { body: form })),
  moveLeak: (leak: string, move: T.LeakMove) =>
    body(
      client.POST('/api/leaks/{id}/moves', {
        ...by(leak),
        body: offered<T.Sent<'LeakMove'>>(move),
      }),
    ),
}
