WITH station AS (SELECT s, 'AQ' || lpad(s::VARCHAR, 2, '0') AS station_no, street_of(s) AS street FROM range(1, 7) r(s)),
hours AS (SELECT t, TIMESTAMP '2026-01-01 00:00:00' + to_hours(t) AS measured_at, t % 24 AS h, t // 24 AS d FROM range(0, 4344) r(t))
SELECT station_no, street, strftime(measured_at, '%Y-%m-%d %H:%M:%S') AS measured_at,
  greatest(2, (34 - 0.11 * d) * exp(0.45 * normal(d, 701) + 0.2 * normal(s * 8000 + t, 704)) + s)::INTEGER AS pm25,
  greatest(4, (58 - 0.16 * d) * exp(0.45 * normal(d, 701) + 0.2 * normal(s * 8000 + t, 707)) + s)::INTEGER AS pm10,
  greatest(1, (50 + 0.2 * d) * (0.5 + exp(-pow(h - 15, 2) / 18)) * exp(0.2 * normal(s * 8000 + t, 710)))::INTEGER AS o3,
  greatest(1, 26 * (0.6 + 0.6 * exp(-pow(h - 8.5, 2) / 6) + 0.7 * exp(-pow(h - 19, 2) / 8)) * exp(0.3 * normal(s * 8000 + t, 713)))::INTEGER AS no2
FROM station JOIN hours ON TRUE ORDER BY t, s
