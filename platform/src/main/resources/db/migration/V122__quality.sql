-- Trace-back of quality and of leaks (art. 25). The article says "in time" without a figure.
insert into rule_figure (name, from_day, value, basis) values
    ('quality-reply',    '2025-01-10', 5,  '25'),
    ('quality-fix',      '2025-01-10', 10, '25'),
    ('quality-decision', '2025-01-10', 5,  '25'),
    ('leak-stop',        '2025-01-10', 1,  '25'),
    ('leak-trace',       '2025-01-10', 10, '25');

create table quality_ticket (
    id              uuid primary key,
    case_id         uuid not null unique,
    version         int  not null,
    number          text not null,
    product         uuid not null,
    product_name    text not null,
    col             text not null,
    origin          text not null,
    sample          text not null,
    reporter        uuid not null,
    reporter_name   text not null,
    reporter_role   text not null,
    department      uuid not null,
    department_name text not null,
    resource        uuid not null,
    resource_title  text not null,
    data_version    int  not null,
    stage           text not null check (stage in ('REPORTED', 'FIXING', 'FIXED', 'REJECTED', 'CONTESTED', 'CLOSED')),
    answer          text,
    fixed_version   int,
    reported_on     date not null
);

-- Who was told that a product is affected, and that it is corrected.
create table quality_notice (
    ticket            uuid        not null references quality_ticket,
    product           uuid        not null,
    product_name      text        not null,
    organisation      uuid        not null,
    organisation_name text        not null,
    stage             text        not null,
    at                timestamptz not null,
    primary key (ticket, product, organisation, stage)
);

create index quality_notice_organisation on quality_notice (organisation, at);

create table leak (
    id            uuid primary key,
    case_id       uuid  not null unique,
    version       int   not null,
    number        text  not null,
    reporter      uuid  not null,
    reporter_name text  not null,
    reporter_role text  not null,
    what          text  not null,
    suspect       uuid,
    suspect_name  text,
    suspect_role  text,
    stopped       jsonb not null,
    trace         text,
    finding       text,
    stage         text  not null check (stage in ('REPORTED', 'STOPPED', 'TRACED', 'FOUND', 'RESUMED', 'ENDED', 'DISMISSED')),
    reported_on   date  not null
);
