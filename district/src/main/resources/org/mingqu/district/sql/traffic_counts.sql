WITH station AS (SELECT s, 'TC' || lpad(s::VARCHAR, 3, '0') AS station_no, (s - 1) % 32 + 1 AS c, 200 + 2600 / pow(s, 0.6) AS busy, 8 + floor(u(s, 601) * 60)::INTEGER AS berths FROM range(1, getvariable('stations')::BIGINT + 1) r(s)),
hours AS (SELECT t, TIMESTAMP '2026-05-02 00:00:00' + to_hours(t) AS counted_at, t % 24 AS h, isodow(DATE '2026-05-02' + (t // 24)::INTEGER) AS d FROM range(0, 1440) r(t)),
flow AS (SELECT *, (0.12 + 0.9 * exp(-pow(h - 8.3, 2) / 5) * CASE WHEN d < 6 THEN 1 ELSE 0.45 END + exp(-pow(h - 18, 2) / 8) + 0.45 * exp(-pow(h - 13, 2) / 14)) AS shape FROM station JOIN hours ON TRUE)
SELECT station_no, getvariable('roads')[c] AS road, street_of(c) AS street, strftime(counted_at, '%Y-%m-%d %H:%M:%S') AS counted_at,
  greatest(0, busy * shape * exp(0.18 * normal(s * 2000 + t, 610)))::INTEGER AS vehicles,
  greatest(6, 58 - 26 * shape + 4 * normal(s * 2000 + t, 620))::DECIMAL(4, 1) AS mean_speed, berths,
  least(berths, greatest(0, berths * (0.25 + 0.6 * shape * (0.7 + 0.5 * u(s, 630)) + 0.08 * normal(s * 2000 + t, 631))))::INTEGER AS berths_taken
FROM flow ORDER BY t, s
