WITH paying AS (
  SELECT credit_code, AVG(insured) AS insured
  FROM social_insurance
  WHERE state = '正常'
  GROUP BY credit_code
)
SELECT c.industry, COUNT(DISTINCT c.credit_code) AS companies, AVG(p.insured) AS insured, AVG(l.月租金) AS rent
FROM companies c
JOIN paying p ON p.credit_code = c.credit_code
JOIN leases l ON l.统一社会信用代码 = c.credit_code
WHERE c.size_class IN ('微型', '小型')
GROUP BY c.industry
ORDER BY companies DESC
