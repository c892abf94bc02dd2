insert into rule_figure (name, from_day, value, basis) values
    ('selection-experts',     '2025-01-10',  3, '11'),
    ('selection-pass',        '2025-01-10', 60, '11'),
    ('selection-spread',      '2025-01-10', 30, '11'),
    ('selection-decision',    '2025-01-10', 15, '11'),
    ('selection-score',       '2025-01-10', 10, '11'),
    ('selection-opinion',     '2025-01-10',  5, '11'),
    ('candidacy-check',       '2025-01-10',  5, '10'),
    ('candidacy-supplement',  '2025-01-10',  5, '10');

create table selection_call (
    id         uuid primary key,
    case_id    uuid    not null unique references case_file,
    version    int     not null,
    number     text    not null unique,
    title      text    not null,
    conditions text    not null,
    opens_on   date    not null,
    closes_on  date    not null,
    experts    int     not null,
    stage      text    not null,
    seed       text    not null,
    drawn      boolean not null,
    decision   text
);

create table selection_candidacy (
    id                uuid primary key,
    call              uuid    not null references selection_call,
    case_id           uuid    not null unique references case_file,
    version           int     not null,
    number            text    not null unique,
    organisation      uuid    not null,
    organisation_name text    not null,
    organisation_kind text    not null,
    stage             text    not null,
    answers           jsonb   not null,
    defects           jsonb   not null,
    returned          boolean not null,
    filed_at          timestamptz,
    filing            uuid,
    proposed          boolean not null
);

-- One application of an organisation for a selection, unless it was withdrawn.
create unique index selection_candidacy_once on selection_candidacy (call, organisation) where stage <> 'WITHDRAWN';

create table selection_seat (
    call              uuid not null references selection_call,
    person            uuid not null,
    name              text not null,
    organisation      uuid not null,
    organisation_name text not null,
    place             int  not null,
    state             text not null,
    ground            text,
    reason            text not null,
    primary key (call, person)
);

create table selection_score (
    candidacy uuid        not null references selection_candidacy,
    person    uuid        not null,
    round     int         not null,
    points    jsonb       not null,
    comment   text        not null,
    at        timestamptz not null,
    primary key (candidacy, person, round)
);

create table selection_opinion (
    candidacy         uuid        not null references selection_candidacy,
    organisation      uuid        not null,
    organisation_name text        not null,
    role              text        not null,
    objects           boolean     not null,
    text              text        not null,
    at                timestamptz not null,
    primary key (candidacy, organisation)
);

create table expert_interest (
    person uuid not null,
    about  uuid not null,
    reason text not null,
    primary key (person, about)
);
