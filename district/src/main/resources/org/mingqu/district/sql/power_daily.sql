WITH wide AS (
  SELECT x, h, household_no, street, community, use_date,
    CASE WHEN silent(d, silent_from, silent_days) THEN 0 WHEN away(h, d, goes_home, festival) THEN 0.3 + 0.6 * u(x, 841)
         ELSE 3.1 * pow(members, 0.7) * load * weekend * [1.05, 1.0, 0.8, 0.9, 1.35, 1.9][mon] * (0.6 + 0.8 * u(x, 840)) END AS kwh
  FROM reading JOIN meter ON meter.n = x % metered JOIN day ON day.d = x // metered)
SELECT 'P' || household_no[3:] AS meter_no, CASE WHEN fault(x + 1000000000) = 'MISSING_SUBJECT' THEN NULL ELSE household_no END AS household_no, street, community,
  use_date, CASE WHEN fault(x + 1000000000) = 'IMPOSSIBLE_READING' THEN CASE WHEN x % 2 = 0 THEN -1 ELSE 99999 END ELSE kwh END::DECIMAL(8, 2) AS kwh,
  (kwh * (0.35 + 0.3 * u(x, 842)))::DECIMAL(8, 2) AS peak_kwh
FROM wide
