SELECT t.street, AVG(t.vehicles) AS vehicles, AVG(a.pm25) AS pm25, AVG(a.no2) AS no2
FROM traffic_counts t
JOIN air_stations a ON a.street = t.street AND a.measured_at = t.counted_at
GROUP BY t.street
ORDER BY vehicles DESC
