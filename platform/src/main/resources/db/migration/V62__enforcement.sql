-- Findings, orders to put right, what becomes of them (art. 33, 38), and the credit record (art. 39).
insert into rule_figure (name, from_day, value, basis) values
    ('finding-decision',         '2025-01-10', 5,  '33'),
    ('rectification-acceptance', '2025-01-10', 5,  '38'),
    -- Shenzhen regulation on social credit, art. 51 (2 working days), 82 (3 working days), 79 (shortest publicity, set here).
    ('credit-objection',         '2025-01-10', 2,  '39'),
    ('credit-repair',            '2025-01-10', 3,  '39'),
    ('credit-publicity-days',    '2025-01-10', 90, '39');

create table rectification (
    id            uuid primary key,
    case_id       uuid        not null unique,
    version       int         not null,
    number        text        not null,
    target        uuid        not null,
    target_name   text        not null,
    target_role   text        not null check (target_role in ('OPERATOR', 'PARTNER')),
    reporter      uuid        not null,
    reporter_name text        not null,
    reporter_role text        not null,
    article       text        not null,
    finding       text        not null,
    stage         text        not null check (stage in ('REPORTED', 'ORDERED', 'SUBMITTED', 'ACCEPTED', 'TERMINATED', 'DISMISSED')),
    deadline      date,
    demand        text,
    report        text,
    suspended     jsonb       not null,
    reported_on   date        not null,
    closed_on     date
);

create index rectification_running on rectification (target) where stage in ('ORDERED', 'SUBMITTED');

-- What was sent to a regulator, by the hash of the pack as it was then.
create table referral (
    rectification  uuid        not null references rectification,
    regulator      uuid        not null,
    regulator_name text        not null,
    regulator_role text        not null,
    pack_sm3       text        not null,
    at             timestamptz not null,
    received_at    timestamptz,
    primary key (rectification, regulator)
);

create table credit_record (
    id              uuid primary key,
    case_id         uuid not null unique,
    version         int  not null,
    number          text not null,
    subject         uuid not null,
    subject_name    text not null,
    subject_role    text not null,
    rectification   uuid references rectification,
    fact            text not null,
    stage           text not null check (stage in ('PUBLISHED', 'DISPUTED', 'REPAIR_ASKED', 'REPAIRED', 'WITHDRAWN')),
    recorded_on     date not null,
    publicity_until date not null
);
