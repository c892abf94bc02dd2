SELECT *
FROM traffic_counts
LIMIT 100
