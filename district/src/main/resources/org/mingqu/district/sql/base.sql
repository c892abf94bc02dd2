-- Everybody and everything that more than one file speaks of. Needs the variables seed, residents, metered, companies.
CREATE MACRO u(n, k) AS (hash(n::BIGINT, k::BIGINT, getvariable('seed')::BIGINT) >> 11)::DOUBLE / 9007199254740992.0;
-- 1 to n, i about twice as often as 2i
CREATE MACRO zipf(n, x) AS least(n, floor(pow(n + 1, x)))::INTEGER;
-- about normal, mean 0, deviation 1
CREATE MACRO normal(n, k) AS (u(n, k) + u(n, k + 1) + u(n, k + 2) - 1.5) * 2.0;
CREATE MACRO pick(name, x) AS getvariable(name)[1 + floor(x * len(getvariable(name)))::INTEGER];
CREATE MACRO zipf_pick(name, x) AS getvariable(name)[zipf(len(getvariable(name)), x)];
CREATE MACRO digit(s, i) AS ascii(s[i]) - 48;
CREATE MACRO with_id_check(s) AS s || ('10X98765432')[1 + (7*digit(s,1) + 9*digit(s,2) + 10*digit(s,3) + 5*digit(s,4) + 8*digit(s,5) + 4*digit(s,6) + 2*digit(s,7) + digit(s,8)
  + 6*digit(s,9) + 3*digit(s,10) + 7*digit(s,11) + 9*digit(s,12) + 10*digit(s,13) + 5*digit(s,14) + 8*digit(s,15) + 4*digit(s,16) + 2*digit(s,17)) % 11];
CREATE MACRO v31(s, i) AS instr('0123456789ABCDEFGHJKLMNPQRTUWXY', s[i]) - 1;
CREATE MACRO v36(s, i) AS instr('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ', s[i]) - 1;
CREATE MACRO with_body_check(s) AS s || ('0123456789X')[1 + (11 - (3*v36(s,1) + 7*v36(s,2) + 9*v36(s,3) + 10*v36(s,4) + 5*v36(s,5) + 8*v36(s,6) + 4*v36(s,7) + 2*v36(s,8)) % 11) % 11];
CREATE MACRO with_credit_check(s) AS s || ('0123456789ABCDEFGHJKLMNPQRTUWXY')[1 + (31 - (v31(s,1) + 3*v31(s,2) + 9*v31(s,3) + 27*v31(s,4) + 19*v31(s,5) + 26*v31(s,6) + 16*v31(s,7)
  + 17*v31(s,8) + 20*v31(s,9) + 29*v31(s,10) + 25*v31(s,11) + 13*v31(s,12) + 8*v31(s,13) + 24*v31(s,14) + 10*v31(s,15) + 30*v31(s,16) + 28*v31(s,17)) % 31) % 31];
CREATE MACRO mobile(n, k) AS '164' || lpad(floor(u(n, k) * 100000000)::BIGINT::VARCHAR, 8, '0');
CREATE MACRO given(sex, n, k) AS CASE WHEN sex = '男'
  THEN pick('male_words', u(n, k)) || CASE WHEN u(n, k + 1) < 0.7 THEN pick('male_words', u(n, k + 2)) ELSE '' END
  ELSE pick('female_words', u(n, k)) || CASE WHEN u(n, k + 1) < 0.7 THEN pick('female_words', u(n, k + 2)) ELSE '' END END;
CREATE MACRO street_of(c) AS getvariable('streets')[(c - 1) % 6 + 1];
CREATE MACRO community_of(c) AS getvariable('communities')[c];
CREATE MACRO house(c, n, k) AS '明渠区' || street_of(c) || community_of(c) || getvariable('roads')[c] || (1 + floor(u(n, k) * 180)::INTEGER) || '号';

-- c: community; t: what sort of household of its size
CREATE TEMP TABLE raw_household AS
SELECT h,
       CASE WHEN u(h, 101) < 0.28 THEN 1 WHEN u(h, 101) < 0.58 THEN 2 WHEN u(h, 101) < 0.82 THEN 3
            WHEN u(h, 101) < 0.94 THEN 4 WHEN u(h, 101) < 0.99 THEN 5 ELSE 6 END AS size,
       u(h, 102) AS t, zipf(32, u(h, 103)) AS c
FROM range(1, getvariable('residents')::BIGINT + 1) r(h);

CREATE TEMP TABLE member AS
SELECT row_number() OVER (ORDER BY h, m)::BIGINT AS p, h, m, size, t, c
FROM (SELECT h, size, t, c, unnest(range(1, size + 1))::INTEGER AS m FROM raw_household) ORDER BY h, m LIMIT getvariable('residents');

CREATE TEMP TABLE aged AS
SELECT p, h, m, size, t, c,
  CASE WHEN size = 1 THEN CASE WHEN t < 0.22 THEN 62 + 33 * pow(u(p, 201), 1.6) ELSE 20 + 36 * u(p, 201) END
       WHEN size = 2 THEN CASE WHEN t < 0.22 THEN 60 + 28 * pow(u(p, 201), 1.4)
                               WHEN t < 0.32 THEN CASE m WHEN 1 THEN 29 + 20 * u(p, 201) ELSE 3 + 15 * u(p, 201) END
                               ELSE 22 + 36 * u(p, 201) END
       WHEN m <= 2 THEN 27 + 21 * u(h, 202) + 3 * u(p, 201)
       WHEN m = 3 THEN 18 * u(p, 201)
       WHEN m = 4 THEN CASE WHEN size > 4 OR t < 0.4 THEN 60 + 24 * pow(u(p, 201), 1.4) ELSE 17 * u(p, 201) END
       WHEN m = 5 THEN 60 + 26 * pow(u(p, 201), 1.4)
       ELSE 12 * u(p, 201) END AS years,
  CASE WHEN size > 1 AND m = 2 AND NOT (size = 2 AND t BETWEEN 0.22 AND 0.32)
       THEN CASE WHEN u(h * 8 + 1, 203) < 0.5 THEN '女' ELSE '男' END
       ELSE CASE WHEN u(h * 8 + m, 203) < 0.5 THEN '男' ELSE '女' END END AS sex
FROM member;

CREATE TEMP TABLE person AS
WITH born AS (SELECT *, DATE '2026-06-30' - (years * 365.2425)::INTEGER - 1 AS birth_date, floor(years)::INTEGER AS age FROM aged),
numbered AS (SELECT *, row_number() OVER (PARTITION BY birth_date, sex ORDER BY p) AS nth FROM born)
SELECT p, h, m, size, t, c, sex, birth_date, age,
  with_id_check('449901' || strftime(birth_date, '%Y%m%d') || lpad((nth * 2 + CASE sex WHEN '男' THEN 1 ELSE 0 END)::VARCHAR, 3, '0')) AS id_number,
  zipf_pick('surnames', CASE WHEN m IN (1, 3, 6) THEN u(h, 204) ELSE u(p, 204) END) || given(sex, p, 205) AS name
FROM numbered ORDER BY p;
-- The two citizens with an account live in the district like everybody.
UPDATE person SET name = CASE id_number WHEN '449901193701180024' THEN '李秀岚' ELSE '赵鸣远' END
WHERE id_number IN ('449901193701180024', '449901195102150033');

CREATE TEMP TABLE household AS
SELECT h, 'MQ' || lpad(h::VARCHAR, 8, '0') AS household_no, any_value(c) AS c, count(*)::INTEGER AS members,
  count(*) FILTER (age >= 60)::INTEGER AS elders, count(*) FILTER (age < 18)::INTEGER AS children,
  count(*) = 1 AND min(age) >= 60 AS elder_alone,
  house(any_value(c), h, 110) || (1 + floor(u(h, 111) * 12)::INTEGER) || '栋' || (1 + floor(u(h, 112) * 30)::INTEGER) || lpad((1 + floor(u(h, 113) * 8)::INTEGER)::VARCHAR, 2, '0') AS address,
  CASE WHEN count(*) = 1 AND min(age) < 60 AND u(h, 114) < 0.4 THEN '宿舍' ELSE zipf_pick('dwellings', u(h, 115)) END AS dwelling
FROM person GROUP BY h ORDER BY h;

-- Households with smart meters: those with elders first. n: place in the readings of a day
CREATE TEMP TABLE meter AS
SELECT (row_number() OVER (ORDER BY h) - 1)::BIGINT AS n, * FROM (
  SELECT h, household_no, c, members, elders, elder_alone, street_of(c) AS street, community_of(c) AS community,
    exp(0.35 * normal(h, 120)) AS thirst, exp(0.40 * normal(h, 123)) AS load,
    u(h, 126) < 0.55 AND elders = 0 AS goes_home,
    -- an elder who has fallen, or who has gone away and switched all off: nothing used for some days of the last weeks
    CASE WHEN elder_alone AND u(h, 127) < 0.24 THEN 158 + floor(u(h, 128) * 20)::INTEGER END AS silent_from,
    2 + floor(u(h, 129) * 4)::INTEGER AS silent_days
  FROM household ORDER BY (elders > 0) DESC, u(h, 130), h LIMIT getvariable('metered')) ORDER BY h;

CREATE TEMP TABLE company AS
WITH drawn AS (
  SELECT k, zipf(18, u(k, 401)) AS i, zipf(32, u(k, 402)) AS c,
    least(5000, floor(2.2 / pow(1 - u(k, 403), 0.85)))::INTEGER AS employees,
    u(k, 404) AS s FROM range(1, getvariable('companies')::BIGINT + 1) r(k))
SELECT k, i, c, employees,
  with_credit_check('91449901' || with_body_check('MA' || lpad((k * 7919 % 1000000)::VARCHAR, 6, '0'))) AS credit_code,
  CASE WHEN s < 0.86 THEN '存续' WHEN s < 0.93 THEN '注销' WHEN s < 0.98 THEN '经营异常' ELSE '吊销' END AS status,
  CASE WHEN employees < 10 THEN '微型' WHEN employees < 100 THEN '小型' WHEN employees < 1000 THEN '中型' ELSE '大型' END AS size_class,
  '明渠' || pick('company_words', u(k, 405)) || pick('company_words', u(k, 406)) || getvariable('trades')[i]
    || CASE WHEN u(k, 407) < 0.8 THEN '有限公司' WHEN u(k, 407) < 0.93 THEN '（个人独资）有限公司' ELSE '股份有限公司' END AS name,
  zipf_pick('surnames', u(k, 408)) || given(CASE WHEN u(k, 409) < 0.7 THEN '男' ELSE '女' END, k, 410) AS legal_person,
  house(c, k, 413) || (1 + floor(u(k, 414) * 20)::INTEGER) || '楼' AS address,
  DATE '2026-06-01' - floor(9000 * pow(u(k, 415), 1.7))::INTEGER AS registered_on
FROM drawn ORDER BY k;
