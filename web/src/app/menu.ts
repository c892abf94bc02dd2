import type { Role } from '../api/types'
import { ENTRIES, type Entry } from './places'

type Name = keyof typeof ENTRIES
export interface MenuGroup {
  label: string
  entries: Entry[]
}

const group = (label: string, ...names: Name[]): MenuGroup => ({
  label,
  entries: names.map((name) => ENTRIES[name]),
})

const READERS = [
  group('menu.work', 'tasks', 'cases'),
  group('menu.data', 'catalogue'),
  group(
    'menu.supervise',
    'duties',
    'rectifications',
    'incidents',
    'credit',
    'evidence',
    'measures',
  ),
]
/** Who takes part in selecting an operator, and watches over what follows. */
const REVIEWERS = [
  group('menu.work', 'tasks', 'cases', 'selections'),
  group('menu.data', 'catalogue'),
  group(
    'menu.supervise',
    'duties',
    'rectifications',
    'incidents',
    'credit',
    'evidence',
    'measures',
  ),
]
const USE = [
  group('menu.work', 'tasks', 'cases', 'apply', 'agreements', 'selections', 'mandates', 'partners'),
  group(
    'menu.use',
    'catalogue',
    'demands',
    'workspaces',
    'releases',
    'products',
    'filings',
    'listings',
    'pricing',
    'income',
    'quality',
    'leaks',
  ),
]

/** What each role finds on the left. It is for finding one's way: what is allowed, the server says. */
const MENUS: Partial<Record<Role, MenuGroup[]>> = {
  AUTHORITY: [
    group(
      'menu.work',
      'tasks',
      'cases',
      'cityRequests',
      'agreements',
      'selections',
      'mandates',
      'partners',
    ),
    group('menu.data', 'catalogue', 'demands', 'batches'),
    group(
      'menu.use',
      'workspaces',
      'releases',
      'products',
      'filings',
      'listings',
      'pricing',
      'income',
      'quality',
      'leaks',
      'traces',
    ),
    group(
      'menu.supervise',
      'wall',
      'duties',
      'rectifications',
      'incidents',
      'credit',
      'evidence',
      'measures',
    ),
    group('menu.rules', 'procedures', 'register', 'dutyRules', 'calendar', 'people', 'outside'),
  ],
  SOURCE: [
    group('menu.work', 'tasks', 'cases', 'agreements'),
    group(
      'menu.data',
      'resources',
      'catalogue',
      'demands',
      'ownUse',
      'products',
      'filings',
      'quality',
      'leaks',
      'traces',
    ),
    group('menu.supervise', 'rectifications', 'incidents', 'evidence', 'measures', 'procedures'),
  ],
  SUBJECT: [
    group('menu.work', 'rights', 'tasks', 'cases'),
    group('menu.data', 'catalogue'),
    group('menu.supervise', 'evidence', 'measures', 'procedures'),
  ],
  OPERATOR: [
    ...USE,
    group(
      'menu.supervise',
      'duties',
      'rectifications',
      'incidents',
      'credit',
      'evidence',
      'measures',
      'procedures',
    ),
  ],
  PARTNER: [
    ...USE,
    group(
      'menu.supervise',
      'rectifications',
      'incidents',
      'credit',
      'evidence',
      'measures',
      'procedures',
    ),
  ],
  GOVERNMENT: REVIEWERS,
  SECURITY_REGULATOR: [group('menu.remit', 'oversight'), ...REVIEWERS, group('menu.use', 'leaks')],
  MARKET_REGULATOR: [
    group('menu.remit', 'oversight'),
    ...REVIEWERS,
    group('menu.use', 'products', 'filings', 'listings', 'pricing', 'income'),
  ],
  ASSESSOR: [
    group('menu.work', 'tasks', 'cases', 'products'),
    group('menu.data', 'catalogue'),
    group('menu.supervise', 'measures', 'procedures'),
  ],
  CITY: [group('menu.work', 'tasks', 'cases', 'cityRequests'), ...READERS.slice(1)],
  EXPERT: [
    group('menu.work', 'tasks', 'cases', 'selections', 'interests'),
    group('menu.data', 'catalogue'),
    group('menu.supervise', 'measures', 'procedures'),
  ],
  SYSTEM_ADMIN: [group('menu.manage', 'people', 'outside', 'procedures')],
  SECURITY_ADMIN: [group('menu.manage', 'people', 'evidence')],
  AUDIT_ADMIN: [
    group(
      'menu.supervise',
      'wall',
      'duties',
      'rectifications',
      'incidents',
      'evidence',
      'measures',
      'people',
    ),
  ],
}

export const menuOf = (role: Role): MenuGroup[] => MENUS[role] ?? READERS
