import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type SubmitEvent, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'react-router'
import { catalogue } from '../../api/calls'
import type { CatalogueItem, Freshness } from '../../api/types'
import { about, date } from '../../ui/format'
import { useHeading } from '../../ui/Page'
import { PublicLayout } from '../../ui/PublicLayout'
import { SearchIcon } from '../../ui/plain'
import { FreshnessNote } from './FreshnessNote'
import { QualityBar } from './QualityBar'

const GRADES = [1, 2, 3, 4]
/** On a phone the filters are folded away, as the list is what people came for. */
const NARROW = 991

const FRESHNESS: Freshness[] = ['FRESH', 'LATE', 'NEVER']

/** The catalogue of what may be applied for, for anybody to read. */
export default function CataloguePage() {
  const { t } = useTranslation()
  const heading = useHeading(t('catalogue.title'))
  const { filter, set } = useFilter()
  const { data } = useQuery({
    queryKey: ['catalogue', filter],
    queryFn: () => catalogue.search(filter),
    placeholderData: keepPreviousData,
  })
  const onSearch = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    set('q', String(new FormData(event.currentTarget).get('q') ?? ''))
  }
  return (
    <PublicLayout>
      <div className="p-hero">
        <div className="w">
          <h1 ref={heading} tabIndex={-1}>
            {t('catalogue.title')}
          </h1>
          <p>{t('catalogue.intro')}</p>
          <form className="p-s" onSubmit={onSearch}>
            <input
              name="q"
              type="search"
              defaultValue={filter.q}
              aria-label={t('catalogue.search')}
              placeholder={t('catalogue.searchHint')}
            />
            <button type="submit">
              <SearchIcon /> {t('catalogue.find')}
            </button>
          </form>
        </div>
      </div>
      <div className="w p-body p-cat">
        <aside aria-label={t('catalogue.filters')}>
          <details open={innerWidth > NARROW} className="facets">
            <summary>{t('catalogue.filters')}</summary>
            <Departments value={filter.department} onChange={(value) => set('department', value)} />
            <Facet
              label={t('data.grade.label')}
              value={filter.grade ? String(filter.grade) : ''}
              options={GRADES.map((grade) => ({
                value: String(grade),
                label: `L${grade} ${t(`data.grade.${grade}`)}`,
              }))}
              onChange={(value) => set('grade', value)}
            />
            <Facet
              label={t('catalogue.freshness.label')}
              value={filter.freshness ?? ''}
              options={FRESHNESS.map((it) => ({
                value: it,
                label: t(`catalogue.freshness.${it}`),
              }))}
              onChange={(value) => set('freshness', value)}
            />
          </details>
        </aside>
        <section aria-label={t('catalogue.results')}>
          <p className="sub" role="status">
            {data ? t('catalogue.found', { n: data.total }) : t('common.loading')}
          </p>
          <ul className="p-list">
            {data?.items.map((item) => (
              <Item key={item.id} item={item} />
            ))}
          </ul>
          {data?.total === 0 && <p className="note">{t('catalogue.nothing')}</p>}
          {data && data.total > data.size && (
            <Pager
              page={data.page}
              pages={Math.ceil(data.total / data.size)}
              onTurn={(page) => set('page', page ? String(page) : '')}
            />
          )}
        </section>
      </div>
    </PublicLayout>
  )
}

/** The filter is in the address, so that a link shows the same list. */
function useFilter() {
  const [params, setParams] = useSearchParams()
  const filter = useMemo(
    () => ({
      q: params.get('q') ?? undefined,
      department: params.get('department') ?? undefined,
      grade: params.get('grade') ? Number(params.get('grade')) : undefined,
      freshness: FRESHNESS.find((it) => it === params.get('freshness')),
      page: Number(params.get('page') ?? 0),
    }),
    [params],
  )
  const set = (name: string, value: string) =>
    setParams((now) => {
      if (value) now.set(name, value)
      else now.delete(name)
      if (name !== 'page') now.delete('page')
      return now
    })
  return { filter, set }
}

interface FacetProps {
  label: string
  value: string
  options: { value: string; label: string }[]
  onChange: (value: string) => void
}

function Facet({ label, value, options, onChange }: FacetProps) {
  const { t } = useTranslation()
  return (
    <fieldset className="facet">
      <legend>{label}</legend>
      {[{ value: '', label: t('catalogue.all') }, ...options].map((option) => (
        <label key={option.value}>
          <input
            type="radio"
            name={label}
            checked={value === option.value}
            onChange={() => onChange(option.value)}
          />
          {option.label}
        </label>
      ))}
    </fieldset>
  )
}

interface DepartmentsProps {
  value?: string
  onChange: (value: string) => void
}

/** The departments that have anything in the catalogue. */
function Departments({ value, onChange }: DepartmentsProps) {
  const { t } = useTranslation()
  const all = useQuery({
    queryKey: ['catalogue', 'all'],
    queryFn: () => catalogue.search({ page: 0, size: 200 }),
    throwOnError: false,
  }).data
  const names = new Map(all?.items.map((it) => [it.department.id, it.department.name]))
  if (names.size < 2) return null
  return (
    <Facet
      label={t('catalogue.about.department')}
      value={value ?? ''}
      options={[...names].map(([id, label]) => ({ value: id, label }))}
      onChange={onChange}
    />
  )
}

function Item({ item }: { item: CatalogueItem }) {
  const { t } = useTranslation()
  return (
    <li>
      <div className="p-item">
        <h2>
          <Link to={`/catalogue/${item.id}`}>{item.title}</Link>{' '}
          <i className={`lv lv-${item.grade}`}>
            L{item.grade} {t(`data.grade.${item.grade}`)}
          </i>
        </h2>
        <p>{item.summary}</p>
        <p className="facts">
          <span>{item.department.name}</span>
          <span>{t('catalogue.rows', { n: about(item.rows) })}</span>
          <span>{t('catalogue.columns', { n: item.columns })}</span>
          <span>{t(`catalogue.cycle.${item.updateCycle}`)}</span>
          <FreshnessNote freshness={item.freshness} at={item.refreshedAt} />
        </p>
      </div>
      {item.quality && <QualityBar score={item.quality.score} note={date(item.quality.at)} />}
    </li>
  )
}

function Pager(props: { page: number; pages: number; onTurn: (page: number) => void }) {
  const { t } = useTranslation()
  return (
    <nav className="pager" aria-label={t('catalogue.pages')}>
      <button
        type="button"
        className="btn ghost"
        disabled={props.page === 0}
        onClick={() => props.onTurn(props.page - 1)}
      >
        {t('catalogue.previous')}
      </button>
      <span className="num">
        {props.page + 1} / {props.pages}
      </span>
      <button
        type="button"
        className="btn ghost"
        disabled={props.page + 1 >= props.pages}
        onClick={() => props.onTurn(props.page + 1)}
      >
        {t('catalogue.next')}
      </button>
    </nav>
  )
}
