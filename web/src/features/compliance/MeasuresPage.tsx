import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { measures } from '../../api/calls'
import type { ArticleLine } from '../../api/types'
import { word } from '../../i18n'
import { article, moment, number } from '../../ui/format'
import { useHeading } from '../../ui/Page'
import { PublicLayout } from '../../ui/PublicLayout'

type State = ArticleLine['state']

const STATES: State[] = ['OVERDUE', 'IN_USE', 'UNUSED', 'NO_SOFTWARE']
const MARKS: Record<State, [string, string]> = {
  OVERDUE: ['fresh-warn', '!'],
  IN_USE: ['fresh-ok', '✓'],
  UNUSED: ['fresh-mute', '–'],
  NO_SOFTWARE: ['fresh-mute', '×'],
}
/** The first article of each chapter of the Measures. */
const CHAPTERS = [1, 5, 8, 15, 27, 36, 38, 40]

/** The Measures article by article, with what this installation does by each; made by the server from its registries. */
export default function MeasuresPage() {
  const { t } = useTranslation()
  const heading = useHeading(t('compliance.title'))
  const [only, setOnly] = useState<State | null>(null)
  const lines = useSuspenseQuery({ queryKey: ['measures'], queryFn: measures.list }).data
  const shown = only ? lines.filter((it) => it.state === only) : lines
  return (
    <PublicLayout>
      <div className="w p-body">
        <h1 ref={heading} tabIndex={-1}>
          {t('compliance.title')}
        </h1>
        <p className="prose">{t('compliance.intro')}</p>
        <fieldset className="measure-filter" aria-label={t('compliance.filter')}>
          {STATES.map((state) => (
            <button
              key={state}
              type="button"
              aria-pressed={only === state}
              onClick={() => setOnly(only === state ? null : state)}
            >
              <b>{lines.filter((it) => it.state === state).length}</b> {stateWord(state)}
            </button>
          ))}
        </fieldset>
        <ol className="measures">
          {shown.map((line) => (
            <li key={line.article}>
              {CHAPTERS.includes(line.article) && !only && (
                <h2>{t(`compliance.chapter.${line.article}`)}</h2>
              )}
              <Article line={line} />
            </li>
          ))}
        </ol>
      </div>
    </PublicLayout>
  )
}

const stateWord = (state: State) => word('compliance.state', state)

function Article({ line }: { line: ArticleLine }) {
  const { t } = useTranslation()
  const [tone, sign] = MARKS[line.state]
  return (
    <article aria-labelledby={`article-${line.article}`}>
      <div>
        <h3 id={`article-${line.article}`}>{article(String(line.article))}</h3>
        <p className={`fresh ${tone}`}>
          <i aria-hidden="true">{sign}</i> {stateWord(line.state)}
        </p>
      </div>
      <div>
        <p>{t(`compliance.article.${line.article}`)}</p>
        {line.covered.length === 0 ? (
          <p className="facts">{t('compliance.noSoftware')}</p>
        ) : (
          <ul className="covered">
            {line.covered.map((it) => (
              <li key={it.room}>
                <span>{word('compliance.room', it.room)}</span>
                {it.screens.map((screen) => (
                  <Link key={screen} to={screen}>
                    {screenWord(screen)}
                  </Link>
                ))}
                {it.open + it.done > 0 && (
                  <span className="num">
                    {t('compliance.counts', { open: it.open, done: it.done })}
                  </span>
                )}
                {it.overdue > 0 && (
                  <b className="num">{t('compliance.overdue', { n: it.overdue })}</b>
                )}
              </li>
            ))}
          </ul>
        )}
        {line.lastAt && (
          <p className="facts">
            {t('compliance.entries', { n: number(line.entries), at: moment(line.lastAt) })}
          </p>
        )}
      </div>
    </article>
  )
}

/** A page by its address: a list by what its menu calls it, a drawing by its procedure. */
function screenWord(address: string): string {
  const [path = ''] = address.split('?')
  const kind = /^\/procedures\/(\w+)$/.exec(path)?.[1]
  return kind ? word('work.kind', kind) : word('compliance.screen', path.slice(1))
}
