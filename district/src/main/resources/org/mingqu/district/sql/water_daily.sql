WITH wide AS (
  SELECT x, h, household_no, street, community, use_date,
    CASE WHEN silent(d, silent_from, silent_days) OR away(h, d, goes_home, festival) THEN 0
         ELSE greatest(3, 95 * pow(members, 0.85) * thirst * weekend * [0.86, 0.84, 0.93, 1.02, 1.12, 1.2][mon] * (0.55 + 0.9 * u(x, 830)) * CASE WHEN u(x, 831) < 0.0006 THEN 7 ELSE 1 END) END::INTEGER AS litres
  FROM reading JOIN meter ON meter.n = x % metered JOIN day ON day.d = x // metered)
SELECT 'W' || household_no[3:] AS meter_no, CASE WHEN fault(x) = 'MISSING_SUBJECT' THEN NULL ELSE household_no END AS household_no, street, community,
  use_date, CASE WHEN fault(x) = 'IMPOSSIBLE_READING' THEN CASE WHEN x % 2 = 0 THEN -1 ELSE 99999999 END ELSE litres END AS litres,
  CASE WHEN fault(x) = 'IMPOSSIBLE_READING' THEN '故障' WHEN u(x, 832) < 0.01 THEN '估读' ELSE '正常' END AS reading
FROM wide
