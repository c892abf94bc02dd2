SELECT id_number, name, household_no, age,
  CASE WHEN age < 70 THEN '60-69' WHEN age < 80 THEN '70-79' WHEN age < 90 THEN '80-89' ELSE '90+' END AS age_band, sex,
  CASE WHEN members = 1 THEN '独居' WHEN members = elders THEN '空巢' WHEN u(p, 241) < 0.97 THEN '与子女同住' ELSE '其他' END AS living,
  CASE WHEN u(p, 242) < 0.86 - (age - 60) * 0.012 THEN '自理' WHEN u(p, 242) < 0.97 - (age - 60) * 0.004 THEN '半失能' ELSE '失能' END AS care_level,
  CASE WHEN age >= 90 THEN 500.00 WHEN age >= 80 THEN 300.00 WHEN age >= 70 THEN 200.00 ELSE 0.00 END::DECIMAL(8, 2) AS allowance,
  CASE WHEN u(p, 243) < 0.08 THEN NULL ELSE mobile(p, 244) END AS contact_mobile,
  CASE WHEN u(p, 245) < 0.88 THEN '已同意' ELSE '未同意' END AS consent,
  street_of(person.c) AS street, community_of(person.c) AS community,
  least(DATE '2026-06-28', birth_date + 21916 + floor(u(p, 246) * 300)::INTEGER) AS registered_on
FROM person JOIN household USING (h) WHERE age >= 60 ORDER BY p
