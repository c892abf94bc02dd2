import type {
  Act,
  Agreement,
  Application,
  Case,
  CatalogueEntry,
  Clock,
  DictionaryColumn,
  Load,
  Party,
  Release,
  Resource,
  Role,
  Run,
  Session,
  Task,
  User,
  Verdict,
  Workspace,
} from '../api/types'

/** Invented data to look at the pages without a platform. Not part of what is shipped. */

const party = (id: string, name: string, kind: string): Party => ({ id, name, kind })
export const ORGANISATIONS = {
  authority: party('o1', '明渠区政务服务和数据管理局', 'DEPARTMENT'),
  minzheng: party('o2', '明渠区民政局', 'DEPARTMENT'),
  zhujian: party('o3', '明渠区住房和建设局', 'DEPARTMENT'),
  shuiwu: party('o4', '明渠区水务局', 'DEPARTMENT'),
  gongdian: party('o5', '明渠区供电服务中心', 'INSTITUTION'),
  operator: party('o6', '明渠数据运营有限公司', 'COMPANY'),
  kangning: party('o7', '康宁智慧养老服务有限公司', 'COMPANY'),
  tang: party('o8', '唐一泊', 'NATURAL_PERSON'),
}
const O = ORGANISATIONS

export const PEOPLE: { username: string; name: string; organisation: Party; role: Role }[] = [
  { username: 'shuju', name: '周砚秋', organisation: O.authority, role: 'AUTHORITY' },
  { username: 'minzheng', name: '吴若溪', organisation: O.minzheng, role: 'SOURCE' },
  { username: 'zhujian', name: '陈砺石', organisation: O.zhujian, role: 'SOURCE' },
  { username: 'shuiwu', name: '江见澄', organisation: O.shuiwu, role: 'SOURCE' },
  { username: 'gongdian', name: '雷启明', organisation: O.gongdian, role: 'SOURCE' },
  { username: 'yunying', name: '方远航', organisation: O.operator, role: 'OPERATOR' },
  { username: 'kangning', name: '宋知夏', organisation: O.kangning, role: 'PARTNER' },
  { username: 'tangyibo', name: '唐一泊', organisation: O.tang, role: 'PARTNER' },
  { username: 'xitong', name: '孔维新', organisation: O.authority, role: 'SYSTEM_ADMIN' },
  { username: 'anquan', name: '石固安', organisation: O.authority, role: 'SECURITY_ADMIN' },
  { username: 'shenjiyuan', name: '纪察微', organisation: O.authority, role: 'AUDIT_ADMIN' },
  { username: 'new', name: '许新来', organisation: O.authority, role: 'AUTHORITY' },
]

export function userOf(username: string): User {
  const person = PEOPLE.find((it) => it.username === username) ?? PEOPLE[0]!
  const { organisation, role } = person
  const fresh = username === 'new'
  return {
    id: `p-${person.username}`,
    name: person.name,
    username: person.username,
    organisation,
    role,
    roles: [{ organisation, role }],
    mustEnrolSecondFactor: fresh,
    mustChangePassword: fresh,
  }
}

export const sessionOf = (username: string | null, empty: boolean): Session => ({
  installation: {
    name: '明渠区公共数据授权运营服务平台',
    demonstration: true,
    empty,
    today: '2026-11-23',
    zone: 'Asia/Shanghai',
  },
  user: username ? userOf(username) : null,
})

const clock = (state: Clock['state'], left: number, due: string, total = 5): Clock => ({
  due,
  provisional: due > '2027-01-01',
  totalDays: total,
  usedDays: Math.min(total, Math.max(0, total - left)),
  leftDays: left,
  state,
  article: '18.2',
})

interface Line {
  number: string
  title: string
  stage: string
  applicant: Party
  clock: Clock | null
  kind?: string
  reminded?: number
}

const LINES: Line[] = [
  {
    number: 'SQ-2026-0181',
    title: '小微企业信贷核验',
    stage: 'WITH_AUTHORITY',
    applicant: O.operator,
    clock: clock('OVERDUE', -1, '2026-11-20'),
    reminded: 1,
  },
  {
    number: 'SQ-2026-0187',
    title: '独居老人用水用电异常预警',
    stage: 'WITH_SOURCE',
    applicant: O.kangning,
    clock: clock('TODAY', 0, '2026-11-23'),
  },
  {
    number: 'SQ-2026-0190',
    title: '停车泊位热力',
    stage: 'WITH_OPERATOR',
    applicant: O.tang,
    clock: clock('SOON', 1, '2026-11-24'),
  },
  {
    number: 'DC-2026-0012',
    title: '近一周水电双零的独居老人数',
    stage: 'WITH_AUTHORITY',
    applicant: O.kangning,
    clock: clock('NORMAL', 3, '2026-11-26'),
    kind: 'RELEASE',
  },
  {
    number: 'XY-2026-0019',
    title: '停车泊位热力服务协议',
    stage: 'SIGNING',
    applicant: O.tang,
    clock: null,
    kind: 'AGREEMENT',
  },
  {
    number: 'SQ-2026-0176',
    title: '跨区域企业迁移监测',
    stage: 'WITH_CITY',
    applicant: O.operator,
    clock: clock('PAUSED', 3, '2026-11-30'),
  },
  {
    number: 'SQ-2026-0192',
    title: '园区用能画像',
    stage: 'RETURNED',
    applicant: O.operator,
    clock: clock('NORMAL', 4, '2027-01-04', 8),
  },
]

export const tasks: Task[] = LINES.map((line, index) => ({
  id: `t${index}`,
  caseId: `case-${index}`,
  kind: line.kind ?? 'AUTHORISATION',
  caseNumber: line.number,
  title: line.title,
  stage: line.stage,
  step: line.stage,
  organisation: O.authority,
  role: 'AUTHORITY',
  receivedAt: '2026-11-16T09:12:00+08:00',
  clock: line.clock,
  applicant: line.applicant,
  done: false,
  reminded: line.reminded ?? 0,
  subject: 'a1',
}))

const act = (
  at: string,
  person: string,
  organisation: Party,
  role: Role,
  step: string,
  opinion?: string,
): Act => ({
  at,
  person,
  organisation: organisation.name,
  role,
  step,
  from: '',
  to: '',
  article: '18.2',
  opinion,
  evidence: 'e1',
})

export const theCase = (username: string): Case => {
  const me = userOf(username)
  return {
    id: 'case-1',
    kind: 'AUTHORISATION',
    number: 'SQ-2026-0187',
    title: '独居老人用水用电异常预警',
    stage: 'WITH_SOURCE',
    applicant: O.kangning,
    startedOn: '2026-11-10',
    closed: false,
    version: 5,
    subject: { type: 'AUTHORISATION', id: 'a1' },
    moves: [],
    tasks: [
      {
        ...tasks[1]!,
        id: 'tx',
        organisation: me.role === 'SOURCE' ? me.organisation : O.shuiwu,
        role: 'SOURCE',
        stage: 'WITH_SOURCE',
      },
      {
        ...tasks[1]!,
        id: 'ty',
        organisation: O.gongdian,
        role: 'SOURCE',
        stage: 'WITH_SOURCE',
        clock: clock('SOON', 1, '2026-11-24'),
      },
    ],
    acts: [
      act('2026-11-10T09:26:00+08:00', '宋知夏', O.kangning, 'PARTNER', 'SUBMIT'),
      act(
        '2026-11-12T10:03:00+08:00',
        '方远航',
        O.operator,
        'OPERATOR',
        'RETURN',
        '“身份证号”非必要，请改用平台不可逆标识。',
      ),
      act(
        '2026-11-13T11:25:00+08:00',
        '宋知夏',
        O.kangning,
        'PARTNER',
        'RESUBMIT',
        '补充监护人同意书模板，数据清单减少 2 个字段。',
      ),
      act(
        '2026-11-16T16:40:00+08:00',
        '方远航',
        O.operator,
        'OPERATOR',
        'FORWARD',
        '材料齐全；字段为实现场景所必需。',
      ),
      act(
        '2026-11-16T17:02:00+08:00',
        '周砚秋',
        O.authority,
        'AUTHORITY',
        'ASSESS',
        '同意，预警粒度请保持到社区。',
      ),
    ],
    documents: [
      {
        id: 'd1',
        name: '监护人同意书模板.pdf',
        mediaType: 'application/pdf',
        size: 284_120,
        sm3: '9c1fe07a5b2290e1d4aa0f5c7781be0293aa44aa01c9a3f2b6d7e8f901234567',
        by: '宋知夏',
        at: '2026-11-13T11:20:00+08:00',
      },
    ],
    parties: [],
    stages: [
      { name: 'DRAFT', state: 'DONE', parties: [O.kangning], at: '2026-11-10T09:26:00+08:00' },
      {
        name: 'WITH_OPERATOR',
        state: 'DONE',
        parties: [O.operator],
        at: '2026-11-16T16:40:00+08:00',
      },
      {
        name: 'WITH_AUTHORITY',
        state: 'DONE',
        parties: [O.authority],
        at: '2026-11-16T17:02:00+08:00',
      },
      {
        name: 'WITH_SOURCE',
        state: 'CURRENT',
        parties: [O.minzheng, O.shuiwu, O.gongdian],
        clock: clock('TODAY', 0, '2026-11-23'),
      },
      { name: 'GRANTED', state: 'AHEAD', parties: [O.authority] },
    ],
  }
}

const column = (
  name: string,
  label: string,
  type: DictionaryColumn['type'],
  columnClass: DictionaryColumn['columnClass'],
  grade: number,
  rights: DictionaryColumn['rights'],
  meaning = '',
): DictionaryColumn => ({
  name,
  label,
  meaning,
  type,
  scale: 0,
  columnClass,
  grade,
  rights,
  lower: columnClass === 'MEASURE' ? 0 : null,
  upper: columnClass === 'MEASURE' ? 20000 : null,
  completeness: 98,
})

const KEY: DictionaryColumn['rights'] = ['JOIN', 'COUNT_DISTINCT']
const GROUP: DictionaryColumn['rights'] = ['GROUP', 'FILTER']
export const ELDERS = [
  column('id_number', '身份证号', 'TEXT', 'IDENTIFIER', 4, KEY, '公民身份号码，末位为校验码'),
  column('household_no', '户号', 'TEXT', 'IDENTIFIER', 3, KEY, '家庭户编号，各部门通用'),
  column('age_band', '年龄段', 'TEXT', 'QUASI_IDENTIFIER', 2, GROUP, '五岁一档'),
  column('living', '居住情况', 'TEXT', 'SENSITIVE', 3, ['FILTER'], '独居、与配偶、与子女'),
  column('community', '社区', 'TEXT', 'OPEN', 1, GROUP, '所属社区'),
  column('contact_mobile', '联系电话', 'TEXT', 'NEVER', 4, [], '紧急联系人手机号'),
]
export const WATER = [
  column('household_no', '户号', 'TEXT', 'IDENTIFIER', 3, KEY),
  column('community', '社区', 'TEXT', 'OPEN', 1, GROUP),
  column('use_date', '用水日期', 'DATE', 'OPEN', 1, GROUP),
  column('litres', '用水量（升）', 'INTEGER', 'MEASURE', 3, ['OUTPUT_AGGREGATE', 'FILTER']),
]

const entry = (
  id: string,
  name: string,
  title: string,
  summary: string,
  department: Party,
  grade: number,
  rows: number,
  columns: DictionaryColumn[],
  more: Partial<CatalogueEntry> = {},
): CatalogueEntry => ({
  id,
  name,
  title,
  summary,
  department,
  grade,
  rows,
  updateCycle: 'DAILY',
  refreshedAt: '2026-11-22T03:10:00+08:00',
  freshness: 'FRESH',
  quality: { score: 96, at: '2026-11-22T03:12:00+08:00' },
  subject: 'household_no',
  subjectKind: 'household',
  publishedAt: '2026-10-12T10:00:00+08:00',
  legalBasis: '《深圳经济特区数据条例》；部门职责清单',
  contact: '数据管理科 0755-00000000',
  retention: '保存 3 年',
  columns,
  versions: [
    { version: 2, rows, rejected: 214, at: '2026-11-22T03:10:00+08:00' },
    { version: 1, rows: Math.round(rows * 0.98), rejected: 1203, at: '2026-10-10T14:22:00+08:00' },
  ],
  ...more,
})

export const catalogue: CatalogueEntry[] = [
  entry(
    'r1',
    'elders',
    '老年人口登记',
    '六十岁以上常住老人的居住情况、自理能力和同意情况。',
    O.minzheng,
    4,
    12040,
    ELDERS,
    { updateCycle: 'MONTHLY', subject: 'id_number', subjectKind: 'person' },
  ),
  entry(
    'r2',
    'water_daily',
    '每日用水量',
    '居民户每日用水量，来自智能水表。',
    O.shuiwu,
    3,
    2_503_100,
    WATER,
  ),
  entry(
    'r3',
    'power_daily',
    '每日用电量',
    '居民户每日用电量，来自智能电表。',
    O.gongdian,
    3,
    2_511_877,
    WATER,
    { quality: { score: 91, at: '2026-11-20T03:12:00+08:00' } },
  ),
  entry(
    'r4',
    'leases',
    '经营场所租赁备案',
    '企业租赁经营场所的用途、面积、租期和租金。',
    O.zhujian,
    3,
    41_220,
    WATER,
    {
      freshness: 'LATE',
      refreshedAt: '2026-08-30T10:00:00+08:00',
      updateCycle: 'MONTHLY',
      subjectKind: 'enterprise',
      quality: { score: 82, at: '2026-08-30T10:10:00+08:00' },
    },
  ),
  entry(
    'r5',
    'traffic_counts',
    '路段车流量',
    '路口和路段的车流量计数，不含车牌。',
    O.zhujian,
    1,
    8_760_000,
    WATER.slice(1),
    { subject: null, subjectKind: '' },
  ),
]

export const resource = (id: string): Resource => ({
  ...(catalogue.find((it) => it.id === id) ?? catalogue[3]!),
  state: id === 'r4' ? 'DRAFT' : 'PUBLISHED',
  version: 3,
  dataVersion: 2,
  publishedVersion: id === 'r4' ? null : 2,
  open: id === 'r4' ? ['SUBMIT'] : ['WITHDRAW'],
  loads: [load('l1', 'STAGED'), load('l2', 'LANDED')],
})

export const load = (id: string, state: Load['state']): Load => ({
  id,
  resource: 'r4',
  state,
  format: 'CSV',
  fileName: '租赁备案_2026.csv',
  progress: {
    bytes: state === 'READING' ? 31_000_000 : 52_430_112,
    total: 52_430_112,
    rows: 26_000,
  },
  rows: 41_220,
  rejected: 37,
  dataVersion: state === 'LANDED' ? 2 : 0,
  at: '2026-11-23T08:41:00+08:00',
  columns: [
    found('lessee_code', '统一社会信用代码', 'TEXT', 'IDENTIFIER', 3, 'CREDIT_CODE', 0.998),
    found('lessee_id', '承租人身份证号', 'TEXT', 'IDENTIFIER', 4, 'ID_NUMBER', 0.994),
    found('mobile', '联系手机', 'TEXT', 'NEVER', 4, 'MOBILE', 0.981),
    found('address', '地址', 'TEXT', 'SENSITIVE', 3, 'ADDRESS', 0.93),
    found('start_on', '起租日', 'DATE', 'OPEN', 1, 'DATE', 1),
    found('rent', '月租金', 'DECIMAL', 'MEASURE', 2, 'AMOUNT', 0.99),
    found('street', '街道', 'TEXT', 'OPEN', 1, null, 0),
  ],
})

const found = (
  name: string,
  proposedLabel: string,
  type: DictionaryColumn['type'],
  proposedClass: DictionaryColumn['columnClass'],
  proposedGrade: number,
  detector: string | null,
  share: number,
): Load['columns'][number] => ({
  name,
  proposedLabel,
  type,
  scale: type === 'DECIMAL' ? 2 : 0,
  proposedClass,
  proposedGrade,
  detector,
  evidence: { matching: Math.round(41_220 * share), checked: 41_220 },
  lower: type === 'DECIMAL' ? 0 : null,
  upper: type === 'DECIMAL' ? 5_000_000 : null,
})

const item = (
  id: string,
  chosen: DictionaryColumn[],
  necessity: string,
): Application['items'][number] => {
  const it = catalogue.find((each) => each.id === id)!
  return {
    resource: id,
    title: it.title,
    department: it.department,
    columns: chosen.map((c) => ({
      name: c.name,
      label: c.label,
      grade: c.grade,
      columnClass: c.columnClass,
    })),
    necessity,
    decision: null,
  }
}

export const application = (username: string, draft: boolean): Application => {
  const me = userOf(username)
  const source = me.role === 'SOURCE'
  return {
    id: draft ? 'draft' : 'a1',
    caseId: 'case-1',
    version: 5,
    number: draft ? 'SQ-2026-0201' : 'SQ-2026-0187',
    stage: draft ? 'DRAFT' : 'WITH_SOURCE',
    applicant: O.kangning,
    scenario: {
      title: '独居老人用水用电异常预警',
      kind: 'PUBLIC_WELFARE',
      purpose: '对独居老人连续多日用水用电异常的社区及时提示，由社区网格员上门核实，减少居家意外。',
      users: '明渠区各社区网格员、居家养老服务站',
      outputs: '按社区、按日的异常户数和名单规模；不含个人身份信息',
      method: '在数据不出域的前提下关联统计，输出经审核的汇总结果',
      frequency: '每日一次',
      benefit: '预计覆盖全区独居老人',
      risk: draft ? '' : '涉及个人信息与居家规律，须经本人同意；小于门限的分组一律抑制',
      until: draft ? null : '2027-11-30',
    },
    items: [
      {
        ...item('r1', ELDERS.slice(0, 5), '确定独居老人所在户'),
        decision: draft
          ? null
          : {
              consent: true,
              opinion: '同意，不提供身份证号。',
              dropColumns: ['id_number'],
              masks: { household_no: 'PSEUDONYM' },
              until: '2027-06-30',
              by: '吴若溪',
              at: '2026-11-19T10:02:00+08:00',
            },
      },
      item('r2', WATER, draft ? '' : '连续零用水是居家异常最灵敏的信号'),
    ],
    open: draft
      ? [{ step: 'SUBMIT', article: '18.2', needsOpinion: false, party: 'PARTNER' }]
      : source
        ? [
            { step: 'CONSENT', article: '18.2', needsOpinion: false, party: 'SOURCE' },
            { step: 'REFUSE', article: '18.2', needsOpinion: true, party: 'SOURCE' },
          ]
        : me.role === 'PARTNER'
          ? [{ step: 'WITHDRAW', article: '18', needsOpinion: true, party: 'PARTNER' }]
          : [
              { step: 'ASSESS', article: '18.2', needsOpinion: false, party: 'AUTHORITY' },
              { step: 'RETURN', article: '18.2', needsOpinion: true, party: 'AUTHORITY' },
              { step: 'REJECT', article: '18.2', needsOpinion: true, party: 'AUTHORITY' },
            ],
    agreement: null,
  }
}

const HEADS: [string, string][] = [
  ['SCENARIO', '独居老人用水用电异常预警，仅用于社区网格员上门核实。'],
  ['DATA_LIST', '老年人口登记 4 个字段，每日用水量 4 个字段，每日用电量 4 个字段。'],
  ['CALL_METHOD', '在平台安全域内计算，只输出经审核的汇总结果。'],
  ['PERIOD', '2026-12-01 至 2027-11-30'],
  ['FEES', ''],
  ['RESPONSIBILITY', '使用方对输出结果的使用负责，不得还原原始数据，不得提供给第三方。'],
  ['SUPERVISION', '全部查询留痕，主管部门可随时暂停使用权限。'],
  ['CONFIDENTIALITY', '参与人员签订保密承诺，期限至协议终止后三年。'],
]

export const agreement: Agreement = {
  id: 'g1',
  caseId: 'case-1',
  number: 'XY-2026-0187',
  title: '独居老人用水用电异常预警服务协议',
  stage: 'SIGNING',
  from: '2026-12-01',
  until: '2027-11-30',
  version: 2,
  heads: HEADS.map(([key, text]) => ({ key, text, complete: text !== '' })),
  missing: ['FEES'],
  parties: [
    { party: O.authority, role: 'AUTHORITY' },
    {
      party: O.minzheng,
      role: 'SOURCE',
      signedAt: '2026-11-21T10:02:00+08:00',
      signedBy: '吴若溪',
      signature:
        'MEUCIQDx8yq0vW1m3Zk7h5n2p9r4t6u8w0y2A4C6E8G0I2K4AiBq1s3u5w7y9A1C3E5G7I9K1M3O5Q7S9U1W3Y5a7c9e1g==',
    },
    { party: O.shuiwu, role: 'SOURCE' },
    {
      party: O.operator,
      role: 'OPERATOR',
      signedAt: '2026-11-21T15:40:00+08:00',
      signedBy: '方远航',
    },
    {
      party: O.kangning,
      role: 'PARTNER',
      signedAt: '2026-11-20T09:15:00+08:00',
      signedBy: '宋知夏',
    },
  ],
  workspace: 'w1',
  open: [{ step: 'SIGN', article: '19', needsOpinion: false, party: 'AUTHORITY' }],
  sm3: '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0',
}

export const workspace = (username: string): Workspace => ({
  id: 'w1',
  agreement: 'g1',
  caseId: 'case-1',
  title: '独居老人用水用电异常预警',
  scenario: '独居老人用水用电异常预警',
  state: 'OPEN',
  until: '2027-11-30',
  openedAt: '2026-11-22T09:00:00+08:00',
  partner: O.kangning,
  mine: userOf(username).role === 'PARTNER',
  tables: [
    table('r1', 'elders', '老年人口登记', O.minzheng, 12040, ELDERS.slice(1, 5)),
    table('r2', 'water_daily', '每日用水量', O.shuiwu, 2_503_100, WATER),
    table('r3', 'power_daily', '每日用电量', O.gongdian, 2_511_877, WATER),
  ],
  budget: [
    { resource: 'r1', title: '老年人口登记', limit: 4, spent: 1.2 },
    { resource: 'r2', title: '每日用水量', limit: 4, spent: 0.3 },
    { resource: 'r3', title: '每日用电量', limit: 4, spent: 0 },
  ],
  threshold: 10,
  reason: null,
  open: userOf(username).role === 'AUTHORITY' ? ['SUSPEND', 'TERMINATE'] : [],
})

const table = (
  id: string,
  name: string,
  title: string,
  department: Party,
  rows: number,
  columns: DictionaryColumn[],
): Workspace['tables'][number] => ({
  resource: id,
  version: 2,
  name,
  title,
  department,
  rows,
  subject: 'household_no',
  subjectKind: 'household',
  columns: columns.map((it) => ({
    ...it,
    mask: it.columnClass === 'IDENTIFIER' ? 'PSEUDONYM' : 'NONE',
  })),
})

export const QUERY = `-- 各社区独居老人数
SELECT community, COUNT(*) AS elders
FROM elders
WHERE living = '独居'
GROUP BY community`

export function verdict(sql: string, lane: Verdict['lane']): Verdict {
  const lines = sql.split('\n')
  const line = lines.findIndex((it) => it.includes('contact_mobile'))
  if (line >= 0) {
    const at = lines[line]!.indexOf('contact_mobile') + 1
    return {
      allowed: false,
      lane,
      findings: [
        {
          rule: 'column.not-granted',
          article: '19',
          line: line + 1,
          column: at,
          endLine: line + 1,
          endColumn: at + 13,
          message:
            '字段 contact_mobile 不在协议的数据清单内。可用的字段：household_no、age_band、living、community。',
        },
      ],
      checks: [],
      cost: null,
    }
  }
  return {
    allowed: true,
    lane,
    findings: [],
    checks: [
      { rule: 'columns.granted', article: '19', message: '用到 2 个字段，均在数据清单内' },
      { rule: 'output.aggregates', article: '32', message: '只输出汇总结果，不返回任何记录' },
      { rule: 'groups.bounded', article: '20', message: '每位老人至多计入 1 组，贡献有界' },
      { rule: 'groups.threshold', article: '20', message: '少于 10 人的分组不输出' },
    ],
    cost: lane === 'INSTANT' ? { epsilon: 0.1, left: 2.8, limit: 4 } : null,
  }
}

const COMMUNITIES = ['玉塘', '田寮', '楼村', '新羌', '圳美', '碧眼', '凤凰', '东周']
export const run = (lane: Run['lane'], sql: string, state: Run['state'] = 'DONE'): Run => ({
  id: `run-${lane}`,
  workspace: 'w1',
  state,
  lane,
  sql,
  personName: '宋知夏',
  at: '2026-11-23T09:02:00+08:00',
  millis: 142,
  result: {
    columns: [
      { name: 'community', type: 'TEXT', kind: 'KEY' },
      { name: 'elders', type: 'INTEGER', kind: 'COUNT' },
    ],
    rows:
      lane === 'REVIEWED'
        ? []
        : COMMUNITIES.map((name, i) => [`${name}社区`, i === 4 ? null : 44 + ((i * 37) % 90)]),
    suppressed: lane === 'SYNTHETIC' ? 0 : 2,
    errorBars: lane === 'INSTANT' ? COMMUNITIES.map(() => [0, 29.9]) : null,
    total: 8,
  },
  verdict: verdict(sql, lane),
  release: null,
  problem: null,
  evidence: 'e1',
})

export const release = (username: string): Release => ({
  id: 'x1',
  caseId: 'case-3',
  number: 'DC-2026-0012',
  stage: 'WITH_AUTHORITY',
  workspace: 'w1',
  workspaceTitle: '独居老人用水用电异常预警',
  purpose: '向社区网格员提示近一周水电双零的独居老人数',
  authorName: '宋知夏',
  partnerName: O.kangning.name,
  at: '2026-11-22T17:20:00+08:00',
  version: 2,
  run: 'run-REVIEWED',
  sql: QUERY,
  recipientNote: '各社区居家养老服务站，仅内网保存，用后 30 日删除。',
  checks: [
    {
      rule: 'release.group-size',
      article: '20',
      outcome: 'PASS',
      message: '6 组均不少于 10 人，最小一组 12 人。',
    },
    {
      rule: 'release.suppressed',
      article: '20',
      outcome: 'PASS',
      message: '隐去 2 组，不能由合计反推。',
    },
    {
      rule: 'release.difference',
      article: '21',
      outcome: 'FLAG',
      message: '与 DC-2026-0009 相比，楼村社区的人数相差 3 人，请核对是否可能指向个人。',
    },
    {
      rule: 'release.raw-value',
      article: '32',
      outcome: 'PASS',
      message: '结果中没有与标识字段相同的值。',
    },
  ],
  result: { ...run('SYNTHETIC', QUERY).result!, suppressed: 2 },
  fileSm3: '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0',
  open:
    userOf(username).role === 'AUTHORITY'
      ? [
          { step: 'APPROVE', article: '32', needsOpinion: false, party: 'AUTHORITY' },
          { step: 'REFUSE', article: '32', needsOpinion: true, party: 'AUTHORITY' },
        ]
      : [],
  receipt: null,
})
