create table incident (
    id            uuid primary key,
    case_id       uuid        not null,
    version       int         not null,
    number        text        not null,
    reporter      uuid        not null,
    reporter_name text        not null,
    reporter_role text        not null,
    kind          text        not null,
    drill         boolean     not null,
    title         text        not null,
    text          text        not null,
    harm          jsonb       not null,
    level         text        not null,
    aware_at      timestamptz not null,
    due_at        timestamptz not null,
    reported_at   timestamptz,
    late          boolean     not null,
    target        uuid,
    target_name   text,
    stopped       jsonb       not null,
    stage         text        not null
);
create index incident_due on incident (due_at) where stage = 'OPEN' and not late;

alter table rule_figure drop constraint rule_figure_unit_check;
alter table rule_figure add constraint rule_figure_unit_check
    check (unit in ('WORKING_DAY', 'DAY', 'HOUR', 'CHOICE', 'MONTH', 'PERCENT', 'COUNT'));

-- The national measures of 2025 for reporting cybersecurity incidents; levels by their guide.
insert into rule_figure (name, from_day, value, unit, basis) values
    ('incident-hours-critical', '2025-01-10', 1,  'HOUR', '35'),
    ('incident-hours-office',   '2025-01-10', 2,  'HOUR', '35'),
    ('incident-hours-other',    '2025-01-10', 4,  'HOUR', '35'),
    ('incident-hours-general',  '2025-01-10', 24, 'HOUR', '35'),
    ('incident-hours-risk',     '2025-01-10', 24, 'HOUR', '21'),
    ('incident-people-larger',  '2025-01-10', 1000000,   'COUNT', '35'),
    ('incident-people-major',   '2025-01-10', 10000000,  'COUNT', '35'),
    ('incident-people-gravest', '2025-01-10', 100000000, 'COUNT', '35'),
    ('incident-loss-larger',    '2025-01-10', 5000000,   'COUNT', '35'),
    ('incident-loss-major',     '2025-01-10', 20000000,  'COUNT', '35'),
    ('incident-loss-gravest',   '2025-01-10', 100000000, 'COUNT', '35'),
    ('incident-important-data', '2025-01-10', 2,  'COUNT', '35'),
    ('incident-summary',        '2025-01-10', 30, 'DAY',   '35');
