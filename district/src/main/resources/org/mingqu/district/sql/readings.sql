-- y: the row; x: the reading that it tells, d its day from 0; the last rows of a file tell again what was told
CREATE TEMP TABLE day AS
SELECT d, DATE '2026-01-01' + d::INTEGER AS use_date, month(DATE '2026-01-01' + d::INTEGER) AS mon,
  CASE WHEN isodow(DATE '2026-01-01' + d::INTEGER) >= 6 THEN 1.1 ELSE 1.0 END AS weekend, d BETWEEN 43 AND 53 AS festival FROM range(0, 181) r(d);
CREATE MACRO fault(x) AS CASE WHEN u(x, 810) < 0.004 THEN 'MISSING_SUBJECT' WHEN u(x, 810) < 0.009 THEN 'IMPOSSIBLE_READING' ELSE '' END;
CREATE TEMP TABLE fact AS SELECT getvariable('metered')::BIGINT AS metered, getvariable('metered')::BIGINT * 181 AS readings;
CREATE VIEW reading AS
SELECT y, CASE WHEN y < readings THEN y ELSE (y - readings) * 250 END AS x, y >= readings AS again, metered FROM fact, range(0, (SELECT readings + readings // 250 FROM fact)) r(y);
-- on which day this household uses nothing
CREATE MACRO silent(d, silent_from, silent_days) AS silent_from IS NOT NULL AND d >= silent_from AND d < silent_from + silent_days;
CREATE MACRO away(h, d, goes_home, festival) AS (goes_home AND festival) OR u(h * 32 + d // 9, 820) < 0.03;
