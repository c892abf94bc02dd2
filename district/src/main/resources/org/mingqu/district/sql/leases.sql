-- one to six leases a company, most have one
WITH drawn AS (SELECT n, (1 + floor(pow(u(n // 2, 501), 1.4) * getvariable('companies')))::BIGINT AS k FROM range(1, getvariable('leases')::BIGINT * 2) r(n)),
few AS (SELECT n, k FROM drawn QUALIFY row_number() OVER (PARTITION BY k ORDER BY n) <= 6 ORDER BY n LIMIT getvariable('leases')),
priced AS (
  SELECT n, k, [1, 2, 3, 4][zipf(4, u(n, 504))] AS use, round(exp(4.3 + 0.9 * normal(n, 505) + 0.25 * ln(employees)), 2) AS area,
    DATE '2026-06-25' - floor(900 * u(n, 508))::INTEGER AS starts_on, 12 * (1 + floor(4 * u(n, 509))::INTEGER) AS months
  FROM few JOIN company USING (k))
SELECT 'ZL2026' || lpad(n::VARCHAR, 7, '0') AS 备案号, company.name AS 承租方名称, credit_code AS 统一社会信用代码,
  zipf_pick('surnames', u(n, 510)) || given('男', n, 511) AS 出租人姓名,
  with_id_check('449901' || strftime(DATE '1950-01-01' + floor(u(n, 514) * 18000)::INTEGER, '%Y%m%d') || lpad((500 + floor(u(n, 515) * 249)::INTEGER * 2 + 1)::VARCHAR, 3, '0')) AS 出租人身份证号,
  mobile(n, 516) AS 联系电话, house(c, n, 517) || (1 + floor(u(n, 518) * 20)::INTEGER) || '楼' AS 房屋地址, street_of(c) AS 街道,
  ['办公', '商铺', '厂房', '仓储'][use] AS 用途, area::DECIMAL(10, 2) AS 面积,
  round(area * [75, 120, 32, 26][use] * exp(0.3 * normal(n, 519)) * (1.3 - 0.02 * c), 2)::DECIMAL(12, 2) AS 月租金,
  starts_on AS 起租日, (starts_on + to_months(months) - to_days(1))::DATE AS 到期日,
  CASE WHEN u(n, 525) < 0.03 THEN '免租期一个月' || chr(10) || '押二付一，"含管理费"' WHEN u(n, 525) < 0.0305 THEN '=HYPERLINK("http://example.invalid","查看")'
       WHEN u(n, 525) < 0.12 THEN '续租' WHEN u(n, 525) < 0.121 THEN '㐂堂、𠮷记分租' ELSE NULL END AS 备注
FROM priced JOIN company USING (k) ORDER BY n
