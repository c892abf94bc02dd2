SELECT credit_code, SUM(paid) AS paid
FROM social_insurance
GROUP BY credit_code
