import { SearchOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Input, Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'react-router'
import { desk } from '../../api/desk'
import { Empty } from '../../ui/Empty'
import { Page } from '../../ui/Page'
import { ProblemAlert } from '../../ui/Problem'

/** Everything that the person may see, by a word of its title or its number. */
export default function SearchPage() {
  const { t } = useTranslation()
  const [params, setParams] = useSearchParams()
  const q = params.get('q') ?? ''
  const { data, error, isFetching } = useQuery({
    queryKey: ['search', q],
    queryFn: () => desk.search(q),
    enabled: q.trim() !== '',
    throwOnError: false,
  })
  return (
    <Page narrow title={t('search.title')} sub={t('search.intro')}>
      <Input.Search
        key={q}
        defaultValue={q}
        maxLength={100}
        aria-label={t('search.title')}
        prefix={<SearchOutlined aria-hidden />}
        enterButton={t('search.go')}
        onSearch={(text) => setParams(text.trim() ? { q: text.trim() } : {})}
      />
      <ProblemAlert error={error} />
      {isFetching && !data && <Skeleton active />}
      {data?.length === 0 && <Empty>{t('search.none')}</Empty>}
      {data?.map((group) => (
        <section key={group.group} className="card" aria-labelledby={`found-${group.group}`}>
          <h2 className="h" id={`found-${group.group}`}>
            {t(`search.group.${group.group}`)}
          </h2>
          <ul className="plainlist">
            {group.found.map((it) => (
              <li key={`${it.path} ${it.title}`}>
                <Link to={it.path}>{it.title || it.note}</Link>{' '}
                <span className="sub">{it.note}</span>
              </li>
            ))}
          </ul>
          {group.more && <p className="sub">{t('search.more')}</p>}
        </section>
      ))}
    </Page>
  )
}
