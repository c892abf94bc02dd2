-- The district's filing of a product and the national registration are two things (art. 22; 公共数据资源登记管理暂行办法).
-- The days of the national rules are not confirmed: they are figures of the register.
insert into rule_figure (name, from_day, value, unit, basis) values
    ('filing-valid-days',      '2025-01-10', 1095, 'DAY',         '22'),
    ('filing-warn-days',       '2025-01-10', 60,   'DAY',         '22'),
    ('national-apply',         '2025-03-01', 20,   'WORKING_DAY', '22'),
    ('national-review',        '2025-03-01', 20,   'WORKING_DAY', '22'),
    ('national-publicity',     '2025-03-01', 10,   'WORKING_DAY', '22'),
    ('national-valid-days',    '2025-03-01', 1095, 'DAY',         '22'),
    ('national-renewal-days',  '2025-03-01', 60,   'DAY',         '22');

create table filing (
    id           uuid primary key,
    product      uuid  not null unique,
    case_id      uuid  not null,
    version      int   not null,
    filing_no    text  not null unique,
    product_name text  not null,
    owner        uuid  not null,
    owner_name   text  not null,
    owner_role   text  not null,
    state        text  not null check (state in ('VALID', 'EXPIRED', 'CANCELLED')),
    issued_on    date  not null,
    valid_until  date  not null,
    warned       boolean not null,
    content      jsonb not null,
    corrections  jsonb not null,
    reason       text
);

-- What was filed before filings were kept by themselves.
insert into filing (id, product, case_id, version, filing_no, product_name, owner, owner_name, owner_role, state, issued_on,
        valid_until, warned, content, corrections)
select gen_random_uuid(), id, case_id, 1, filing_no, terms ->> 'name', owner, owner_name, owner_role,
       case when stage = 'FILED' then 'VALID' else 'CANCELLED' end, filed_on, filed_on + 1095, false,
       jsonb_build_object('scenario', terms ->> 'scenario', 'audience', terms ->> 'audience', 'wayOfUse',
               terms ->> 'wayOfUse', 'limits', terms ->> 'limits', 'priceBasis', terms ->> 'priceBasis'), '[]'
  from product where filing_no is not null and filed_on is not null;

create table national_record (
    id           uuid primary key,
    case_id      uuid not null unique,
    version      int  not null,
    number       text not null unique,
    about        text not null check (about in ('PRODUCT', 'RESOURCE')),
    subject      uuid not null,
    subject_name text not null,
    holder       uuid not null,
    holder_name  text not null,
    holder_role  text not null,
    agency       text not null,
    stage        text not null check (stage in ('PREPARING', 'APPLIED', 'ACCEPTED', 'PUBLICISED', 'CODED', 'REFUSED',
                                                'EXPIRED', 'CANCELLED')),
    code         text unique,
    certificate  text,
    coded_on     date,
    valid_until  date,
    warned       boolean not null,
    entry        uuid
);

create unique index national_record_live on national_record (subject)
    where stage not in ('REFUSED', 'EXPIRED', 'CANCELLED');
