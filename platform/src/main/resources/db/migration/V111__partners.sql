-- Art. 17 gives no terms: these are the district's own. The national rules of 2025 (27号) keep operator and those who
-- develop its products apart.
insert into rule_figure (name, from_day, value, basis) values
    ('partner-decision',        '2025-01-10',  5, '17'),
    ('partner-filing',          '2025-01-10',  5, '17'),
    ('partner-acknowledgement', '2025-01-10',  5, '17'),
    ('partner-exit-filing',     '2025-01-10',  5, '17'),
    ('partner-term-months',     '2025-01-10', 36, '17'),
    ('partner-not-affiliate',   '2025-03-01',  1, '17');
insert into rule_figure (name, from_day, value, unit, basis) values
    ('partner-evidence-notice', '2025-01-10', 30, 'DAY', '17');

-- The operator's rules of admission and exit; a version that is published is not changed.
create table partner_rules (
    operator      uuid not null,
    operator_name text not null,
    version       int  not null,
    admission     text not null,
    leaving       text not null,
    published_at  timestamptz not null,
    published_by  text not null,
    evidence      uuid not null,
    primary key (operator, version)
);

create table partnership (
    id            uuid primary key,
    case_id       uuid not null unique references case_file,
    version       int  not null,
    number        text not null unique,
    operator      uuid not null,
    operator_name text not null,
    partner       uuid not null,
    partner_name  text not null,
    partner_kind  text not null,
    stage         text not null,
    introduction  text not null,
    capabilities  jsonb not null,
    rules_version int  not null,
    applied_on    date not null,
    filed_on      date,
    until_day     date,
    left_on       date,
    exited_on     date,
    reason        text not null,
    deletion      jsonb
);

-- A partner is with an operator once at a time.
create unique index partnership_once on partnership (operator, partner)
    where stage not in ('DECLINED', 'WITHDRAWN', 'EXITED');
create index partnership_partner on partnership (partner, stage);
