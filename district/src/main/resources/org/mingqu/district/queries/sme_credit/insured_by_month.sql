SELECT pay_month, SUM(insured) AS insured
FROM social_insurance
GROUP BY pay_month
