create table city_request (
    id              uuid primary key,
    case_id         uuid    not null unique references case_file,
    version         int     not null,
    number          text    not null unique,
    stage           text    not null,
    origin          uuid    not null references case_file,
    reach           text    not null,
    title           text    not null,
    what            text    not null,
    why             text    not null,
    department      uuid,
    department_name text,
    sent_on         date    not null,
    due             date    not null,
    provisional     boolean not null
);
create index city_request_origin on city_request (origin);

-- What the city answered, each under its own number: the same answer comes once.
create table city_reply (
    reference text primary key,
    request   uuid        not null references city_request,
    place     bigint generated always as identity,
    kind      text        not null,
    text      text        not null,
    by_name   text        not null,
    at        timestamptz not null
);
create index city_reply_request on city_reply (request, place);

-- How long the city may take is not in the Measures: the authority asks again after it.
insert into rule_figure (name, from_day, value, unit, basis) values
    ('city-answer',      '2025-01-10', 15, 'WORKING_DAY', '18'),
    ('city-supplement',  '2025-01-10', 5,  'WORKING_DAY', '18'),
    ('city-clock-rests', '2025-01-10', 1,  'CHOICE',      '18');
