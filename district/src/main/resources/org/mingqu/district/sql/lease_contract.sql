SELECT 'HT2026' || lpad(p::VARCHAR, 7, '0') AS contract_no, id_number AS tenant_id, name AS tenant_name, mobile(p, 225) AS tenant_mobile,
  household.address, street_of(person.c) AS street, community_of(person.c) AS community,
  (18 + 22 * members + 20 * u(p, 301))::DECIMAL(8, 2) AS area,
  round((18 + 22 * members) * 42 * exp(0.25 * normal(p, 302)) * (1.3 - 0.02 * person.c), 2)::DECIMAL(10, 2) AS monthly_rent,
  DATE '2026-06-25' - floor(700 * u(p, 305))::INTEGER AS starts_on, DATE '2026-06-25' - floor(700 * u(p, 305))::INTEGER + 364 AS ends_on
FROM person JOIN household USING (h) WHERE m = 1 AND age >= 20 AND household.dwelling <> '自建房' ORDER BY u(p, 300), p LIMIT getvariable('contracts')
