SELECT household_no, members, elders, children, dwelling,
  CASE WHEN u(h, 140) < CASE WHEN elder_alone THEN 0.06 ELSE 0.008 END THEN '是' ELSE '否' END AS low_income,
  street_of(c) AS street, community_of(c) AS community, DATE '2026-06-30' - floor(6500 * pow(u(h, 226), 1.5))::INTEGER AS registered_on
FROM household ORDER BY h
