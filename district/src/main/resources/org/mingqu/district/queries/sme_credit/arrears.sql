SELECT c.industry,
       COUNT(DISTINCT c.credit_code) AS companies,
       SUM(CASE WHEN s.arrears_months > 0 THEN 1 ELSE 0 END) AS in_arrears
FROM companies c
JOIN social_insurance s ON s.credit_code = c.credit_code
WHERE s.pay_month = DATE '2026-06-01'
GROUP BY c.industry
ORDER BY companies DESC
