import {
  AuditOutlined,
  CalendarOutlined,
  CodeOutlined,
  DatabaseOutlined,
  DeploymentUnitOutlined,
  ExportOutlined,
  FileProtectOutlined,
  FormOutlined,
  InboxOutlined,
  NotificationOutlined,
  SafetyCertificateOutlined,
  SolutionOutlined,
  TeamOutlined,
  TrophyOutlined,
  UploadOutlined,
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
  group('menu.supervise', 'evidence', 'procedures'),
]
const REVIEWERS = [
  group('menu.work', 'tasks', 'cases', 'selections'),
  group('menu.data', 'catalogue'),
  group('menu.supervise', 'evidence', 'procedures'),
]
const USERS = [
  group('menu.work', 'tasks', 'cases', 'apply', 'agreements', 'selections'),
  group('menu.use', 'catalogue', 'workspaces', 'releases'),
  group('menu.supervise', 'evidence', 'procedures'),
]

/** What each role finds on the left. It is for finding one's way: what is allowed, the server says. */
const MENUS: Partial<Record<Role, MenuGroup[]>> = {
  AUTHORITY: [
    group('menu.work', 'tasks', 'cases', 'agreements', 'selections'),
    group('menu.data', 'catalogue', 'batches'),
    group('menu.use', 'workspaces', 'releases'),
    group('menu.supervise', 'evidence', 'procedures', 'calendar', 'people'),
  ],
  SOURCE: [
    group('menu.work', 'tasks', 'cases', 'agreements'),
    group('menu.data', 'resources', 'catalogue'),
    group('menu.supervise', 'evidence', 'procedures'),
  ],
  GOVERNMENT: REVIEWERS,
  SECURITY_REGULATOR: REVIEWERS,
  MARKET_REGULATOR: REVIEWERS,
  EXPERT: [
    group('menu.work', 'tasks', 'cases', 'selections', 'interests'),
    group('menu.data', 'catalogue'),
    group('menu.supervise', 'procedures'),
  ],
  OPERATOR: USERS,
  PARTNER: USERS,
  SYSTEM_ADMIN: [group('menu.manage', 'people', 'procedures')],
  SECURITY_ADMIN: [group('menu.manage', 'people', 'evidence')],
  AUDIT_ADMIN: [group('menu.supervise', 'evidence', 'people')],
}

export const menuOf = (role: Role): MenuGroup[] => MENUS[role] ?? READERS
