SELECT street, COUNT(DISTINCT household_no) AS households
FROM water_daily
WHERE litres = 0
GROUP BY street
