SELECT community, COUNT(*) AS zero_days
FROM water_daily
WHERE litres = 0 AND use_date >= DATE '2026-06-01'
GROUP BY community
