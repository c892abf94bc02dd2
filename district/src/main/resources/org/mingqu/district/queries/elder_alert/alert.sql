-- 近三周至少有一天水电双零的独居老人
SELECT e.street, COUNT(DISTINCT e.id_number) AS elders
FROM elders e
JOIN water_daily w ON w.household_no = e.household_no
JOIN power_daily p ON p.household_no = e.household_no AND p.use_date = w.use_date
WHERE e.living = '独居'
  AND e.consent = '已同意'
  AND w.litres = 0
  AND p.kwh = 0
  AND w.use_date >= DATE '2026-06-08'
GROUP BY e.street
ORDER BY elders DESC
