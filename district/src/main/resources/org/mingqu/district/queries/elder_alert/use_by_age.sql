SELECT e.age_band, COUNT(DISTINCT e.id_number) AS elders, AVG(w.litres) AS litres_per_day
FROM elders e
JOIN water_daily w ON w.household_no = e.household_no
WHERE e.living = '独居' AND w.reading = '正常' AND w.use_date >= DATE '2026-06-01'
GROUP BY e.age_band
ORDER BY e.age_band
