SELECT id_number, name, replace(community_of(c), '社区', '社区健康服务中心') AS clinic, DATE '2026-06-20' - floor(1800 * u(p, 261))::INTEGER AS signed_on,
  CASE WHEN u(p, 262) < 0.3 THEN NULL ELSE zipf_pick('diseases', pow(u(p, 263), 1.3)) END AS chronic,
  floor(12 * pow(u(p, 264), 2))::INTEGER AS visits,
  CASE WHEN floor(12 * pow(u(p, 264), 2)) = 0 THEN NULL ELSE DATE '2026-06-28' - floor(360 * pow(u(p, 265), 2))::INTEGER END AS last_visit,
  (132 + 14 * normal(p, 266))::INTEGER AS systolic, street_of(c) AS street, community_of(c) AS community
FROM person WHERE age >= 60 AND u(p, 260) < 0.78 ORDER BY p
