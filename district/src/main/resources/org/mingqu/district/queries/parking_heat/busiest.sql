SELECT road, SUM(vehicles) AS vehicles
FROM traffic_counts
GROUP BY road
ORDER BY vehicles DESC
LIMIT 10
