import {
  AccountBookOutlined,
  AlertOutlined,
  ApartmentOutlined,
  ApiOutlined,
  AppstoreOutlined,
  AuditOutlined,
  BankOutlined,
  BugOutlined,
  BulbOutlined,
  CalendarOutlined,
  CheckSquareOutlined,
  CodeOutlined,
  DashboardOutlined,
  DatabaseOutlined,
  DeploymentUnitOutlined,
  ExportOutlined,
  EyeOutlined,
  FileDoneOutlined,
  FileProtectOutlined,
  FormOutlined,
  FundOutlined,
  GlobalOutlined,
  InboxOutlined,
  NotificationOutlined,
  OrderedListOutlined,
  ReadOutlined,
  SafetyCertificateOutlined,
  SearchOutlined,
  ShopOutlined,
  SolutionOutlined,
  StopOutlined,
  TeamOutlined,
  ThunderboltOutlined,
  TrophyOutlined,
  UploadOutlined,
  UserOutlined,
  WarningOutlined,
} from '@ant-design/icons'
import type { ReactNode } from 'react'
import type { Role } from '../api/types'

interface Entry {
  path: string
  label: string
  icon: ReactNode
}

const ENTRIES = {
  tasks: { path: '/tasks', label: 'menu.tasks', icon: <InboxOutlined aria-hidden /> },
  cases: { path: '/cases', label: 'menu.cases', icon: <AuditOutlined aria-hidden /> },
  apply: { path: '/applications/new', label: 'menu.apply', icon: <FormOutlined aria-hidden /> },
  agreements: {
    path: '/agreements',
    label: 'menu.agreements',
    icon: <FileProtectOutlined aria-hidden />,
  },
  mandates: {
    path: '/mandates',
    label: 'menu.mandates',
    icon: <BankOutlined aria-hidden />,
  },
  partners: { path: '/partners', label: 'menu.partners', icon: <ApartmentOutlined aria-hidden /> },
  catalogue: {
    path: '/catalogue',
    label: 'menu.catalogue',
    icon: <DatabaseOutlined aria-hidden />,
  },
  resources: { path: '/resources', label: 'menu.resources', icon: <UploadOutlined aria-hidden /> },
  batches: {
    path: '/catalogue-batches',
    label: 'menu.batches',
    icon: <NotificationOutlined aria-hidden />,
  },
  workspaces: { path: '/workspaces', label: 'menu.workspaces', icon: <CodeOutlined aria-hidden /> },
  releases: { path: '/releases', label: 'menu.releases', icon: <ExportOutlined aria-hidden /> },
  traces: { path: '/traces', label: 'menu.traces', icon: <SearchOutlined aria-hidden /> },
  evidence: {
    path: '/evidence',
    label: 'menu.evidence',
    icon: <SafetyCertificateOutlined aria-hidden />,
  },
  procedures: {
    path: '/procedures',
    label: 'menu.procedures',
    icon: <DeploymentUnitOutlined aria-hidden />,
  },
  calendar: { path: '/calendar', label: 'menu.calendar', icon: <CalendarOutlined aria-hidden /> },
  ownUse: { path: '/uses', label: 'menu.ownUse', icon: <EyeOutlined aria-hidden /> },
  rights: { path: '/rights', label: 'menu.rights', icon: <UserOutlined aria-hidden /> },
  rectifications: {
    path: '/rectifications',
    label: 'menu.rectifications',
    icon: <AlertOutlined aria-hidden />,
  },
  credit: { path: '/credit-records', label: 'menu.credit', icon: <StopOutlined aria-hidden /> },
  measures: { path: '/measures', label: 'menu.measures', icon: <ReadOutlined aria-hidden /> },
  wall: { path: '/supervision', label: 'menu.wall', icon: <DashboardOutlined aria-hidden /> },
  incidents: {
    path: '/incidents',
    label: 'menu.incidents',
    icon: <ThunderboltOutlined aria-hidden />,
  },
  demands: { path: '/demands', label: 'menu.demands', icon: <BulbOutlined aria-hidden /> },
  cityRequests: {
    path: '/city-requests',
    label: 'menu.cityRequests',
    icon: <GlobalOutlined aria-hidden />,
  },
  register: {
    path: '/rules',
    label: 'menu.register',
    icon: <ReadOutlined aria-hidden />,
  },
  dutyRules: {
    path: '/duty-rules',
    label: 'menu.dutyRules',
    icon: <OrderedListOutlined aria-hidden />,
  },
  duties: { path: '/duties', label: 'menu.duties', icon: <CheckSquareOutlined aria-hidden /> },
  selections: {
    path: '/selections',
    label: 'menu.selections',
    icon: <TrophyOutlined aria-hidden />,
  },
  interests: {
    path: '/interests',
    label: 'menu.interests',
    icon: <SolutionOutlined aria-hidden />,
  },
  products: { path: '/products', label: 'menu.products', icon: <AppstoreOutlined aria-hidden /> },
  filings: {
    path: '/filings',
    label: 'menu.filings',
    icon: <FileDoneOutlined aria-hidden />,
  },
  listings: { path: '/listings', label: 'menu.listings', icon: <ShopOutlined aria-hidden /> },
  oversight: {
    path: '/oversight',
    label: 'menu.oversight',
    icon: <EyeOutlined aria-hidden />,
  },
  outside: { path: '/outside', label: 'menu.outside', icon: <ApiOutlined aria-hidden /> },
  pricing: { path: '/pricing', label: 'menu.pricing', icon: <AccountBookOutlined aria-hidden /> },
  income: { path: '/income', label: 'menu.income', icon: <FundOutlined aria-hidden /> },
  quality: { path: '/quality', label: 'menu.quality', icon: <BugOutlined aria-hidden /> },
  leaks: { path: '/leaks', label: 'menu.leaks', icon: <WarningOutlined aria-hidden /> },
  people: { path: '/people', label: 'menu.people', icon: <TeamOutlined aria-hidden /> },
} satisfies Record<string, Entry>

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
