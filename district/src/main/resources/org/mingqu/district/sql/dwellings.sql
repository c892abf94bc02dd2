SELECT 'FW' || lpad(h::VARCHAR, 8, '0') AS dwelling_no, household_no, street_of(c) AS street, community_of(c) AS community,
  (22 + 17 * members + 18 * u(h, 160))::DECIMAL(7, 2) AS area, least(8, 1 + members // 2 + floor(u(h, 161) * 2)::INTEGER)::INTEGER AS rooms,
  (2024 - floor(40 * pow(u(h, 162), 1.3)))::INTEGER AS built_year, CASE dwelling WHEN '宿舍' THEN '宿舍' WHEN '公租房' THEN '公寓' WHEN '城中村' THEN CASE WHEN u(h, 163) < 0.2 THEN '商住' ELSE '住宅' END ELSE '住宅' END AS use
FROM household ORDER BY h
