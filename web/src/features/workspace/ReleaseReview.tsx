import { Table } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Release } from '../../api/types'
import { word } from '../../i18n'
import { moment } from '../../ui/format'
import { State } from '../../ui/State'

/** What a reviewer looks at beside the result: what is not in it, what changed, and what it is made of. */
export function ReleaseReview({ release }: { release: Release }) {
  return (
    <>
      <Suppressed release={release} />
      {release.lane === 'REVIEWED' && <Difference release={release} />}
      <Lineage release={release} />
    </>
  )
}

function Suppressed({ release }: { release: Release }) {
  const { t } = useTranslation()
  if (release.suppressed.length === 0) return null
  return (
    <section className="card" aria-labelledby="release-suppressed">
      <h2 className="h" id="release-suppressed">
        {t('workspace.suppressedCells')}{' '}
        <small>{t('workspace.suppressedCount', { n: release.suppressed.length })}</small>
      </h2>
      <Table
        size="small"
        pagination={{ pageSize: 10, hideOnSinglePage: true, showSizeChanger: false }}
        scroll={{ x: 'max-content' }}
        rowKey={(row) => row.index}
        dataSource={release.suppressed.map((cell, index) => ({ ...cell, index }))}
        columns={[
          {
            key: 'keys',
            title: t('workspace.group'),
            render: (_: unknown, row) =>
              row.keys.length === 0
                ? t('workspace.groupHidden')
                : row.keys.map((key) => key ?? '—').join(' · '),
          },
          {
            key: 'reason',
            title: t('workspace.why'),
            render: (_: unknown, row) => (
              <>
                <State tone="warn">{word('workspace.suppressedReason', row.reason)}</State>
                <p className="sub">{row.message}</p>
              </>
            ),
          },
          {
            key: 'remedies',
            title: t('workspace.remedy'),
            render: (_: unknown, row) => (
              <ul className="plain">
                {row.remedies.map((remedy) => (
                  <li key={remedy}>{remedy}</li>
                ))}
              </ul>
            ),
          },
        ]}
      />
    </section>
  )
}

function Difference({ release }: { release: Release }) {
  const { t } = useTranslation()
  const difference = release.difference
  return (
    <section className="card" aria-labelledby="release-difference">
      <h2 className="h" id="release-difference">
        {t('workspace.sinceLast')}
      </h2>
      {difference ? (
        <>
          <p className="prose">
            {t('workspace.sinceLastText', {
              at: moment(difference.at),
              added: difference.added,
              removed: difference.removed,
              changed: difference.changed,
            })}
          </p>
          {difference.cells.length > 0 && (
            <Table
              size="small"
              pagination={{ pageSize: 10, hideOnSinglePage: true, showSizeChanger: false }}
              scroll={{ x: 'max-content' }}
              rowKey={(row) => `${row.keys} ${row.column}`}
              dataSource={difference.cells}
              columns={[
                { key: 'keys', title: t('workspace.group'), dataIndex: 'keys' },
                { key: 'column', title: t('workspace.column'), dataIndex: 'column' },
                {
                  key: 'before',
                  title: t('workspace.before'),
                  dataIndex: 'before',
                  align: 'right',
                },
                { key: 'after', title: t('workspace.after'), dataIndex: 'after', align: 'right' },
              ]}
            />
          )}
        </>
      ) : (
        <p className="prose">{t('workspace.noLast')}</p>
      )}
    </section>
  )
}

function Lineage({ release }: { release: Release }) {
  const { t } = useTranslation()
  if (release.lineage.length === 0) return null
  return (
    <section className="card" aria-labelledby="release-lineage">
      <h2 className="h" id="release-lineage">
        {t('workspace.lineage')}
      </h2>
      <dl className="lineage">
        {release.lineage.map((column) => (
          <div key={column.column}>
            <dt>{column.column}</dt>
            <dd>
              {column.from.length === 0 ? t('workspace.lineageCount') : column.from.join('、')}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
