SELECT street, EXTRACT(HOUR FROM counted_at) AS hour_of_day, SUM(berths_taken) AS taken, SUM(berths) AS berths
FROM traffic_counts
WHERE counted_at >= TIMESTAMP '2026-06-01 00:00:00'
GROUP BY street, EXTRACT(HOUR FROM counted_at)
ORDER BY street, hour_of_day
