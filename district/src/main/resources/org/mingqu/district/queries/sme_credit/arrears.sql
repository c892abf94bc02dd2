SELECT c.industry,
       COUNT(DISTINCT c.credit_code) AS in_arrears,
       AVG(s.arrears_months) AS months
FROM companies c
JOIN social_insurance s ON s.credit_code = c.credit_code
WHERE s.pay_month = DATE '2026-06-01' AND s.arrears_months > 0
GROUP BY c.industry
ORDER BY in_arrears DESC
