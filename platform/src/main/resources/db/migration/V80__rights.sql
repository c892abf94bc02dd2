-- Terms in days of the calendar beside those in working days.
alter table rule_figure add column unit text not null default 'WORKING_DAY' check (unit in ('WORKING_DAY', 'DAY'));
alter table case_task add column term_unit text not null default 'WORKING_DAY' check (term_unit in ('WORKING_DAY', 'DAY'));

-- Art. 37 and the PIPL give no number of days: these are the district's own promise, to be changed in the register.
insert into rule_figure (name, from_day, value, unit, basis) values
    ('rights-acknowledge',  '2025-01-10',  1, 'WORKING_DAY', '37'),
    ('rights-answer',       '2025-01-10', 15, 'WORKING_DAY', '37'),
    ('rights-extension',    '2025-01-10', 15, 'WORKING_DAY', '37'),
    ('rights-correction',   '2025-01-10', 10, 'WORKING_DAY', '37'),
    ('rights-copy-open',    '2025-01-10', 30, 'DAY',         '37'),
    ('complaint-accept',    '2025-01-10',  5, 'WORKING_DAY', '37'),
    ('complaint-answer',    '2025-01-10', 60, 'DAY',         '37'),
    ('complaint-extension', '2025-01-10', 30, 'DAY',         '37');

-- Which of a workspace's resources a run has read; null for what was run before this was kept.
alter table workspace_run add column resources uuid[];
create index workspace_table_resource on workspace_table (resource);

-- Who has proven who they are. The number itself is not here: the token is the enclave's, made with its own key.
create table rights_identity (
    organisation uuid primary key references organisation,
    kind         text        not null check (kind in ('person', 'enterprise')),
    subject      text        not null,
    provider     text        not null,
    proven_at    timestamptz not null
);

-- Lists of subjects as the enclave is told of them: who has consented to a use, whose rows are held back.
create table rights_list (
    id        uuid   primary key,
    kind      text   not null check (kind in ('CONSENT', 'HELD')),
    workspace uuid,
    resource  uuid   not null,
    revision  bigint not null,
    told      bigint not null,
    since     timestamptz not null,
    unique nulls not distinct (kind, workspace, resource)
);

create table rights_authorisation (
    id           uuid primary key,
    organisation uuid        not null,
    subject      text        not null,
    workspace    uuid        not null,
    partner_name text        not null,
    scenario     text        not null,
    given_at     timestamptz not null,
    until_day    date        not null,
    ended_at     timestamptz,
    ended_by     text check (ended_by in ('WITHDRAWN', 'EXPIRED')),
    evidence     uuid        not null
);

create index rights_authorisation_own on rights_authorisation (organisation, given_at desc);
create unique index rights_authorisation_once on rights_authorisation (subject, workspace) where ended_at is null;
create index rights_authorisation_open on rights_authorisation (workspace, until_day) where ended_at is null;

create table rights_request (
    id              uuid primary key,
    case_id         uuid        not null unique,
    version         int         not null,
    number          text        not null unique,
    kind            text        not null check (kind in ('COPY', 'OBJECTION', 'COMPLAINT')),
    stage           text        not null,
    organisation    uuid        not null,
    name            text        not null,
    subject         text        not null,
    department      uuid        not null,
    department_name text        not null,
    resource        uuid,
    title           text        not null,
    wish            text check (wish in ('CORRECT', 'DELETE')),
    fields          jsonb       not null,
    reason          text        not null,
    data_version    int         not null,
    answer          text,
    answered_at     timestamptz,
    outcome         jsonb,
    at              timestamptz not null
);

create index rights_request_own on rights_request (organisation, at desc);
create index rights_request_held on rights_request (resource) where stage = 'CORRECTING';

-- Every look at a subject's own rows or at where they are, for the subject to see.
create table rights_look (
    place             bigint generated always as identity primary key,
    subject           text        not null,
    at                timestamptz not null,
    organisation_name text        not null,
    person_name       text        not null,
    what              text        not null,
    title             text        not null,
    request           uuid
);

create index rights_look_subject on rights_look (subject, place desc);
