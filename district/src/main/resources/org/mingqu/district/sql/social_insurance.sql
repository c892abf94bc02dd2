-- owing: the month (1 to 12) from which the company no longer pays
WITH insured AS (
  SELECT *, greatest(1, (employees * (0.55 + 0.45 * u(k, 440)))::INTEGER) AS people, 5200 + 900 * normal(k, 441) + employees AS wage,
    CASE WHEN u(k, 444) < CASE status WHEN '经营异常' THEN 0.5 WHEN '存续' THEN 0.045 ELSE 0.9 END THEN 1 + floor(u(k, 445) * 12)::INTEGER ELSE 99 END AS owing
  FROM company WHERE u(k, 446) < 0.72),
months AS (SELECT m, (DATE '2025-07-01' + to_months(m - 1))::DATE AS pay_month FROM range(1, 13) r(m)),
paid AS (
  SELECT k, m, credit_code, pay_month, owing, status,
    greatest(1, (people * (1 + 0.06 * normal(k * 16 + m, 447) + CASE WHEN m = 8 THEN -0.08 ELSE 0 END))::INTEGER) AS insured, wage
  FROM insured JOIN months ON TRUE WHERE pay_month >= date_trunc('month', registered_on))
SELECT credit_code, pay_month, insured, (insured * greatest(2360, wage))::DECIMAL(14, 2) AS base_amount,
  CASE WHEN m >= owing THEN 0 ELSE insured * greatest(2360, wage) * 0.235 END::DECIMAL(14, 2) AS paid,
  greatest(0, m - owing + 1)::INTEGER AS arrears_months,
  CASE WHEN m < owing THEN '正常' WHEN u(k, 450) < 0.25 THEN '缓缴' ELSE '欠缴' END AS state
FROM paid ORDER BY m, k
