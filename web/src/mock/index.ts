import * as data from './data'

/** Answers the pages' calls from invented data. `?as=username` in the address signs in as that person. */

type Handler = (match: RegExpExecArray, url: URL, body: unknown) => unknown

const me = () => localStorage.getItem('mock-user') ?? 'shuju'
const paged = (items: unknown[]) => ({ items, total: items.length, page: 0, size: 20 })
const signedIn = () =>
  localStorage.getItem('mock-user') !== null && sessionStorage.getItem('mock-out') !== '1'
const session = () =>
  data.sessionOf(signedIn() ? me() : null, localStorage.getItem('mock-empty') === '1')

const clockOf = (state: string) => data.tasks.filter((it) => it.clock?.state === state)

const evidence = (index: number) => {
  const person = data.PEOPLE[index % 8]!
  return {
    id: `e${index}`,
    index: 1042 - index,
    at: `2026-11-2${3 - (index % 3)}T09:1${index % 10}:00+08:00`,
    article: index % 2 ? '18.2' : '19',
    act: ['application.submit', 'application.assess', 'agreement.sign', 'run'][index % 4],
    person: person.name,
    organisation: person.organisation.name,
    role: person.role,
    caseId: 'case-1',
    leaf: '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0',
  }
}

const MOVES = [
  ['DRAFT', 'SUBMIT', 'WITH_OPERATOR', 'PARTNER', '18.2', ''],
  ['DRAFT', 'SUBMIT', 'WITH_AUTHORITY', 'OPERATOR', '18.1', ''],
  ['WITH_OPERATOR', 'FORWARD', 'WITH_AUTHORITY', 'OPERATOR', '18.2', '5 个工作日'],
  ['WITH_OPERATOR', 'RETURN', 'RETURNED', 'OPERATOR', '18.2', '5 个工作日'],
  ['WITH_AUTHORITY', 'ASSESS', 'WITH_SOURCE', 'AUTHORITY', '18.2', '5 个工作日'],
  ['WITH_AUTHORITY', 'RETURN', 'RETURNED', 'AUTHORITY', '18.2', '5 个工作日'],
  ['WITH_AUTHORITY', 'REJECT', 'REJECTED', 'AUTHORITY', '18.2', '5 个工作日'],
  ['WITH_SOURCE', 'CONSENT', 'GRANTED', 'SOURCE', '18.2', '5 个工作日'],
  ['WITH_SOURCE', 'REFUSE', 'REJECTED', 'SOURCE', '18.2', '5 个工作日'],
  ['RETURNED', 'RESUBMIT', 'WITH_OPERATOR', 'PARTNER', '18.2', ''],
].map(([from, step, to, by, article, term]) => ({ from, step, to, by, article, term }))
const STAGES = [
  'DRAFT',
  'RETURNED',
  'WITH_OPERATOR',
  'WITH_AUTHORITY',
  'WITH_SOURCE',
  'GRANTED',
  'REJECTED',
]

const ROUTES: [string, RegExp, Handler][] = [
  ['GET', /^\/api\/session$/, session],
  ['POST', /^\/api\/session$/, (_, __, body) => enter((body as { username: string }).username)],
  ['DELETE', /^\/api\/session$/, () => void sessionStorage.setItem('mock-out', '1')],
  [
    'GET',
    /^\/api\/demonstration\/accounts$/,
    () => data.PEOPLE.map((it) => ({ ...it, organisation: it.organisation.name })),
  ],
  ['POST', /credentials$/, () => ({ password: 'demonstration', code: '123456' })],
  [
    'POST',
    /^\/api\/me\/second-factor$/,
    () => ({
      secret: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP',
      uri: 'otpauth://totp/Mingqu:shuju?secret=JBSWY3DPEHPK3PXP&issuer=Mingqu',
    }),
  ],
  [
    'GET',
    /^\/api\/tasks\/summary$/,
    () => ({ open: data.tasks.length, overdue: 1, today: 1, soon: 1 }),
  ],
  [
    'GET',
    /^\/api\/tasks$/,
    (_, url) =>
      paged(url.searchParams.get('due') ? clockOf(url.searchParams.get('due')!) : data.tasks),
  ],
  [
    'GET',
    /^\/api\/cases$/,
    () =>
      paged(
        data.tasks.map((it) => ({
          ...it,
          id: it.caseId,
          number: it.caseNumber,
          startedOn: '2026-11-10',
          closed: false,
        })),
      ),
  ],
  ['GET', /^\/api\/cases\//, () => data.theCase(me())],
  [
    'GET',
    /^\/api\/procedures$/,
    () =>
      ['AUTHORISATION', 'AGREEMENT', 'RELEASE'].map((kind) => ({
        kind,
        stages: STAGES,
        moves: MOVES,
      })),
  ],
  [
    'GET',
    /^\/api\/procedures\/(\w+)$/,
    (match) => ({ kind: match[1], stages: STAGES, moves: MOVES }),
  ],
  ['POST', /^\/api\/applications$/, () => data.application(me(), true)],
  ['PUT', /^\/api\/applications\//, () => data.application(me(), true)],
  ['GET', /^\/api\/applications\/(\w+)$/, (match) => data.application(me(), match[1] === 'draft')],
  ['POST', /^\/api\/applications\/\w+\/moves$/, () => data.application(me(), false)],
  ['GET', /^\/api\/agreements$/, () => paged([data.agreement])],
  ['GET', /^\/api\/agreements\//, () => data.agreement],
  [
    'GET',
    /^\/api\/evidence$/,
    () => paged(Array.from({ length: 12 }, (_, index) => evidence(index))),
  ],
  [
    'GET',
    /^\/api\/evidence\/checkpoint$/,
    () => ({
      origin: 'mingqu',
      size: 1043,
      root: evidence(0).leaf,
      at: '2026-11-23T09:20:00+08:00',
      keyId: 'a91c77e0',
      signature: '',
    }),
  ],
  [
    'GET',
    /^\/api\/evidence\/e/,
    () => ({
      ...evidence(1),
      content: {
        act: 'application.assess',
        article: '18.2',
        case: 'SQ-2026-0187',
        facts: { opinion: '同意' },
      },
    }),
  ],
  [
    'GET',
    /^\/api\/catalogue$/,
    () => paged(data.catalogue.map((it) => ({ ...it, columns: it.columns.length }))),
  ],
  [
    'GET',
    /^\/api\/catalogue\/(\w+)\/sample$/,
    () => ({
      columns: ['household_no', 'community', 'use_date', 'litres'],
      rows: [
        ['H00412', '玉塘', '2026-06-02', 214],
        ['H00977', '楼村', '2026-06-02', 0],
      ],
      synthetic: true,
    }),
  ],
  ['GET', /^\/api\/catalogue\/(\w+)$/, (match) => data.catalogue.find((it) => it.id === match[1])],
  [
    'GET',
    /^\/api\/catalogue-batches$/,
    () => [
      {
        id: 'b1',
        number: 'ML-2026-03',
        title: '2026 年第三季度授权运营目录',
        publishedAt: '2026-10-12T10:00:00+08:00',
        personName: '周砚秋',
        items: data.catalogue.slice(0, 3).map((it) => ({
          resource: it.id,
          title: it.title,
          departmentName: it.department.name,
          version: 2,
        })),
      },
    ],
  ],
  [
    'GET',
    /^\/api\/catalogue-batches\/candidates$/,
    () => [data.resource('r4'), data.resource('r5')],
  ],
  ['GET', /^\/api\/resources$/, () => [data.resource('r4'), data.resource('r5')]],
  ['GET', /^\/api\/resources\/(\w+)$/, (match) => data.resource(match[1]!)],
  [
    'GET',
    /^\/api\/loads\/(\w+)$/,
    (match) =>
      data.load(match[1]!, match[1] === 'l3' ? 'READING' : match[1] === 'l2' ? 'LANDED' : 'STAGED'),
  ],
  ['GET', /^\/api\/workspaces$/, () => [{ ...data.workspace(me()), tables: 3 }]],
  ['GET', /^\/api\/workspaces\/\w+$/, () => data.workspace(me())],
  ['POST', /judgements$/, (_, __, body) => asked(body, (sql, lane) => data.verdict(sql, lane))],
  ['POST', /\/runs$/, (_, __, body) => asked(body, (sql, lane) => data.run(lane, sql))],
  [
    'GET',
    /\/workspaces\/\w+\/runs$/,
    () =>
      paged([
        data.run('INSTANT', data.QUERY),
        data.run('REVIEWED', data.QUERY),
        data.run('SYNTHETIC', data.QUERY, 'CANCELLED'),
      ]),
  ],
  ['GET', /^\/api\/runs\/run-(\w+)$/, (match) => data.run(match[1] as 'INSTANT', data.QUERY)],
  ['GET', /^\/api\/releases$/, () => [data.release(me())]],
  ['GET', /^\/api\/releases\//, () => data.release(me())],
  ['GET', /^\/api\/organisations$/, () => Object.values(data.ORGANISATIONS)],
  [
    'GET',
    /^\/api\/people$/,
    () =>
      data.PEOPLE.map((it) => ({
        id: it.username,
        username: it.username,
        name: it.name,
        organisation: it.organisation,
        roles: [it.role],
        locked: it.username === 'tangyibo',
      })),
  ],
]

type Asked = (sql: string, lane: 'SYNTHETIC' | 'INSTANT' | 'REVIEWED') => unknown
const asked = (body: unknown, answer: Asked) => {
  const { sql, lane } = body as { sql: string; lane: 'INSTANT' }
  return answer(sql, lane)
}

function enter(username: string) {
  localStorage.setItem('mock-user', username)
  sessionStorage.removeItem('mock-out')
  return session()
}

export function install() {
  const params = new URLSearchParams(location.search)
  const as = params.get('as')
  if (as === 'nobody') sessionStorage.setItem('mock-out', '1')
  else if (as) enter(as)
  if (params.has('empty')) localStorage.setItem('mock-empty', params.get('empty')!)
  globalThis.fetch = async (input, init) => {
    const request = new Request(input, init)
    const url = new URL(request.url)
    const text = request.method === 'GET' ? '' : await request.clone().text()
    const body: unknown = text.startsWith('{') ? JSON.parse(text) : undefined
    await new Promise((resolve) => setTimeout(resolve, 60))
    for (const [method, pattern, answer] of ROUTES) {
      const match = pattern.exec(url.pathname)
      if (method !== request.method || !match) continue
      const found = answer(match, url, body)
      return found === undefined ? new Response(null, { status: 204 }) : Response.json(found)
    }
    return Response.json(
      { type: 'https://mingqu.org/problems/not-found', title: '没有找到', status: 404 },
      { status: 404 },
    )
  }
}
