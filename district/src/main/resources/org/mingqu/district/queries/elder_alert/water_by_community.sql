SELECT community, SUM(litres) AS litres
FROM water_daily
WHERE use_date BETWEEN DATE '2026-06-01' AND DATE '2026-06-30'
GROUP BY community
