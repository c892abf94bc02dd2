create table data_demand (
    id              uuid primary key,
    case_id         uuid    not null unique references case_file,
    version         int     not null,
    number          text    not null unique,
    stage           text    not null,
    poster          uuid    not null,
    poster_name     text    not null,
    poster_role     text    not null,
    title           text    not null,
    scenario        text    not null,
    fields          jsonb   not null,
    why             text    not null,
    department      uuid,
    department_name text,
    resource        uuid,
    answer          text    not null,
    posted_on       date    not null
);
create table data_demand_support (
    demand       uuid not null references data_demand,
    organisation uuid not null,
    primary key (demand, organisation)
);

create table catalogue_objection (
    id              uuid primary key,
    case_id         uuid    not null unique references case_file,
    version         int     not null,
    number          text    not null unique,
    stage           text    not null,
    objector        uuid    not null,
    objector_name   text    not null,
    objector_role   text    not null,
    resource        uuid    not null,
    title           text    not null,
    department      uuid    not null,
    department_name text    not null,
    kind            text    not null,
    text            text    not null,
    answer          text    not null,
    raised_on       date    not null
);
-- One objection of an organisation to the same thing at a time.
create unique index catalogue_objection_once on catalogue_objection (resource, objector, kind)
    where stage in ('WITH_SOURCE', 'WITH_AUTHORITY');

-- The Measures ask for the mechanism and leave its terms open.
insert into rule_figure (name, from_day, value, unit, basis) values
    ('demand-assign',        '2025-01-10', 3,  'WORKING_DAY', '5'),
    ('demand-answer',        '2025-01-10', 10, 'WORKING_DAY', '5'),
    ('demand-registration',  '2025-01-10', 30, 'WORKING_DAY', '6'),
    ('objection-answer',     '2025-01-10', 10, 'WORKING_DAY', '5'),
    ('objection-review',     '2025-01-10', 10, 'WORKING_DAY', '5'),
    ('objection-correction', '2025-01-10', 15, 'WORKING_DAY', '6');
