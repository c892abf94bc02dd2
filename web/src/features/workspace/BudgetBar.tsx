import { Checkbox, Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Cost, WorkspaceBudget } from '../../api/types'
import { number } from '../../ui/format'

const CHOICES = [0.05, 0.1, 0.5, 1]

interface BudgetBarProps {
  budget: WorkspaceBudget[]
  cost?: Cost | null
  epsilon: number
  onEpsilon: (epsilon: number) => void
  adjusted: boolean
  onAdjusted: (adjusted: boolean) => void
}

/** The privacy budget: what is spent, what this query would cost, what is left. */
export function BudgetBar(props: BudgetBarProps) {
  const { budget, cost, epsilon, onEpsilon, adjusted, onAdjusted } = props
  const { t } = useTranslation()
  const tightest = [...budget].sort((a, b) => a.limit - a.spent - (b.limit - b.spent))[0]
  const limit = cost?.limit ?? tightest?.limit
  if (limit === undefined) return null
  const left = cost?.left ?? tightest!.limit - tightest!.spent
  const price = cost?.epsilon ?? 0
  const spent = limit - left
  const width = (amount: number) => Math.min(100, Math.max(0, (amount / limit) * 100))
  return (
    <div className="vd-e">
      <div className="row-sb">
        <span>{t('workspace.budget.name')}</span>
        <span className="num">
          {number(spent)} / {number(limit)}
        </span>
      </div>
      <svg
        className="budget"
        viewBox="0 0 100 6"
        preserveAspectRatio="none"
        role="img"
        aria-label={t('workspace.budget.bar', {
          spent: number(spent),
          limit: number(limit),
          price: number(price),
        })}
      >
        <rect width="100" height="6" className="budget-all" />
        <rect width={width(spent)} height="6" className="budget-spent" />
        <rect x={width(spent)} width={width(price)} height="6" className="budget-price" />
      </svg>
      <p className="sub">
        {price > 0
          ? t('workspace.budget.price', {
              price: number(price),
              runs: Math.floor(left / price),
            })
          : cost
            ? t('workspace.budget.free')
            : t('workspace.budget.unknown')}
      </p>
      <div className="row-sb epsilon">
        <span className="sub">{t('workspace.budget.choose')}</span>
        <Segmented<number>
          size="small"
          aria-label={t('workspace.budget.choose')}
          value={epsilon}
          onChange={onEpsilon}
          options={CHOICES}
        />
      </div>
      <p className="sub">{t('workspace.budget.trade')}</p>
      <Checkbox checked={adjusted} onChange={(event) => onAdjusted(event.target.checked)}>
        {t('workspace.budget.adjust')}
      </Checkbox>
      <p className="sub">{t('workspace.budget.adjustText')}</p>
      <details>
        <summary className="sub">{t('workspace.budget.perResource')}</summary>
        <ul className="budget-list">
          {budget.map((it) => (
            <li key={it.resource} className="row-sb">
              <span>{it.title}</span>
              <span className="num">
                {number(it.spent)} / {number(it.limit)}
              </span>
            </li>
          ))}
        </ul>
      </details>
    </div>
  )
}
