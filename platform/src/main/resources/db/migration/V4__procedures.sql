create table case_number (
    prefix text not null,
    year   int  not null,
    last   int  not null,
    primary key (prefix, year)
);

create table case_file (
    id             uuid primary key,
    kind           text    not null,
    number         text    not null unique,
    title          text    not null,
    stage          text    not null,
    applicant      uuid    not null,
    applicant_name text    not null,
    applicant_kind text    not null,
    started_on     date    not null,
    version        int     not null,
    closed         boolean not null,
    subject        uuid    not null
);

create table case_party (
    case_id      uuid not null references case_file,
    organisation uuid not null,
    primary key (case_id, organisation)
);

create index case_party_organisation on case_party (organisation);

create table case_task (
    id                uuid primary key,
    case_id           uuid        not null references case_file,
    stage             text        not null,
    step              text        not null,
    organisation      uuid        not null,
    organisation_name text        not null,
    role              text        not null,
    person            uuid,
    received_at       timestamptz not null,
    received_on       date        not null,
    due               date,
    provisional       boolean     not null,
    term_days         int         not null,
    article           text        not null,
    done              boolean     not null,
    done_at           timestamptz,
    reminded          int         not null
);

create index case_task_list on case_task (organisation, role, done, due);
create index case_task_case on case_task (case_id);

create table case_act (
    place             bigint generated always as identity primary key,
    case_id           uuid        not null references case_file,
    at                timestamptz not null,
    person_name       text        not null,
    organisation_name text        not null,
    role              text        not null,
    step              text        not null,
    from_stage        text        not null,
    to_stage          text        not null,
    article           text        not null,
    opinion           text,
    evidence          uuid
);

create index case_act_case on case_act (case_id, place);

create table case_document (
    id         uuid primary key,
    case_id    uuid        not null references case_file,
    name       text        not null,
    media_type text        not null,
    size       bigint      not null,
    sm3        text        not null,
    by_name    text        not null,
    at         timestamptz not null,
    content    bytea       not null
);

create index case_document_case on case_document (case_id, at);

create table case_reminder (
    case_id      uuid not null references case_file,
    day          date not null,
    organisation uuid not null,
    primary key (case_id, day, organisation)
);
