create table scenario_opinion (
    id          uuid primary key,
    case_id     uuid    not null unique references case_file,
    version     int     not null,
    number      text    not null unique,
    stage       text    not null,
    origin      uuid    not null references case_file,
    question    text    not null,
    seed        text    not null,
    asked_on    date    not null,
    due         date    not null,
    provisional boolean not null
);
-- One question at a time.
create unique index scenario_opinion_once on scenario_opinion (origin) where stage = 'ASKED';
create index scenario_opinion_origin on scenario_opinion (origin);

create table scenario_seat (
    request           uuid not null references scenario_opinion,
    person            uuid not null,
    name              text not null,
    organisation      uuid not null,
    organisation_name text not null,
    place             int  not null,
    state             text not null,
    ground            text,
    reason            text not null,
    advice            text,
    text              text not null,
    given_at          timestamptz,
    primary key (request, person)
);

-- How many experts are asked about a scenario, and within how many days they answer, inside the authority's own term.
insert into rule_figure (name, from_day, value, unit, basis) values
    ('scenario-experts', '2025-01-10', 3, 'COUNT',       '5'),
    ('scenario-opinion', '2025-01-10', 3, 'WORKING_DAY', '5');
