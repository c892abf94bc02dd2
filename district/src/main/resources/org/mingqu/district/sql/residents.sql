SELECT id_number, name, sex, birth_date, 'MQ' || lpad(h::VARCHAR, 8, '0') AS household_no,
  CASE WHEN m = 1 THEN '户主' WHEN m = 2 AND age >= 18 THEN '配偶' WHEN age < 18 THEN '子女' WHEN age >= 60 THEN '父母' ELSE '其他' END AS relation,
  CASE WHEN u(h, 220) < 0.31 THEN '户籍' ELSE '非户籍' END AS residence_type,
  CASE WHEN age < 6 THEN NULL WHEN age < 12 THEN '小学' WHEN age < 15 THEN '初中' WHEN age > 70 AND u(p, 221) < 0.5 THEN '小学' ELSE zipf_pick('educations', u(p, 222)) END AS education,
  street_of(c) AS street, community_of(c) AS community,
  CASE WHEN u(p, 223) < 0.004 THEN replace(household.address, '号', '号' || chr(10)) ELSE household.address END AS address,
  CASE WHEN age < 12 OR u(p, 224) < 0.03 THEN NULL ELSE mobile(p, 225) END AS mobile,
  greatest(birth_date, DATE '2026-06-30' - floor(6500 * pow(u(h, 226), 1.5))::INTEGER) AS registered_on
FROM person JOIN household USING (h, c) ORDER BY p
