const yuan = new Intl.NumberFormat('zh-CN', {
  style: 'currency',
  currency: 'CNY',
  minimumFractionDigits: 2,
  maximumFractionDigits: 2,
})
const unit = new Intl.NumberFormat('zh-CN', {
  style: 'currency',
  currency: 'CNY',
  minimumFractionDigits: 2,
  maximumFractionDigits: 6,
})

/** An amount: ¥2,371,600.00. */
export const money = (amount: number) => yuan.format(amount)

/** A unit price, which may have six decimals. */
export const unitPrice = (amount: number) => unit.format(amount)
