SELECT credit_code, name, legal_person, CASE WHEN u(k, 420) < 0.05 THEN NULL ELSE mobile(k, 421) END AS phone, getvariable('industries')[i] AS industry,
  size_class, status, street_of(c) AS street, community_of(c) AS community, address, registered_on,
  (CASE WHEN u(k, 422) < 0.55 THEN [10, 50, 100, 200, 500, 1000][1 + floor(u(k, 423) * 6)::INTEGER] ELSE round(exp(4.6 + 1.3 * normal(k, 424)), 2) END)::DECIMAL(12, 2) AS capital,
  employees,
  '一般经营项目：' || getvariable('trades')[i] || '、国内贸易。' || CASE WHEN u(k, 428) < 0.1 THEN chr(10) || '许可经营项目："' || getvariable('trades')[zipf(18, u(k, 429))] || '"相关服务。' ELSE '' END AS scope
FROM company ORDER BY k
