-- Workspaces (art. 4, 19, 38): opened by an agreement in force, and nothing else.

create table workspace (
    id            uuid primary key,
    agreement     uuid        not null unique,
    case_id       uuid        not null,
    partner       uuid        not null,
    partner_name  text        not null,
    title         text        not null,
    scenario      text        not null,
    state         text        not null check (state in ('OPEN', 'SUSPENDED', 'TERMINATED')),
    enclave_state text        not null check (enclave_state in ('NONE', 'OPEN', 'SUSPENDED', 'TERMINATED')),
    until_day     date        not null,
    reason        text,
    article       text,
    opened_at     timestamptz not null,
    version       int         not null
);

create index workspace_partner on workspace (partner);
create index workspace_owed on workspace (id) where enclave_state <> state;

create table workspace_table (
    workspace  uuid not null references workspace,
    resource   uuid not null,
    position   int  not null,
    department uuid not null,
    primary key (workspace, resource)
);

create index workspace_table_department on workspace_table (department);

-- The conditions of the grant: a column that is not here was not granted; a mask here is binding (art. 18, 20).
create table workspace_column (
    workspace uuid not null,
    resource  uuid not null,
    position  int  not null,
    name      text not null,
    mask      text not null,
    primary key (workspace, resource, name),
    foreign key (workspace, resource) references workspace_table
);

create table workspace_run (
    id            uuid primary key,
    workspace     uuid        not null references workspace,
    person        uuid        not null,
    person_name   text        not null,
    organisation  uuid        not null,
    lane          text        not null,
    sql           text        not null,
    epsilon_milli int,
    state         text        not null check (state in ('RUNNING', 'DONE', 'REFUSED', 'FAILED', 'CANCELLED')),
    at            timestamptz not null,
    millis        bigint,
    verdict       jsonb,
    problem       jsonb,
    evidence      uuid        not null
);

create index workspace_run_history on workspace_run (workspace, at desc);
create index workspace_run_open on workspace_run (at) where state = 'RUNNING';

create table workspace_release (
    id             uuid primary key,
    case_id        uuid        not null,
    number         text        not null unique,
    workspace      uuid        not null references workspace,
    run            uuid        not null unique references workspace_run,
    purpose        text        not null,
    recipient_note text        not null,
    stage          text        not null check (stage in ('WITH_OPERATOR', 'WITH_AUTHORITY', 'APPROVED', 'REFUSED', 'HANDED_OVER', 'WITHDRAWN')),
    author         uuid        not null,
    author_name    text        not null,
    checks         jsonb       not null,
    file_sm3       text        not null,
    receipt        uuid,
    at             timestamptz not null,
    version        int         not null
);

create index workspace_release_workspace on workspace_release (workspace, at desc);
