-- Tables that a partner brings along for one workspace (art. 16). Their rows are in the domain only.

insert into rule_figure (name, from_day, value, unit, basis) values
    ('own-table-bytes', '2025-01-10', 268435456, 'COUNT', '16'),
    ('own-table-count', '2025-01-10',        10, 'COUNT', '16');

create table workspace_own_table (
    id            uuid primary key,
    workspace     uuid        not null references workspace (id),
    load          uuid        not null,
    name          text        not null,
    title         text        not null,
    basis         text        not null check (basis in ('CONSENT', 'CONTRACT', 'OWN_RECORDS', 'PUBLIC')),
    statement     text        not null,
    file_name     text        not null,
    state         text        not null check (state in
                      ('WAITING', 'RECEIVING', 'READING', 'STAGED', 'LANDING', 'LANDED', 'FAILED', 'DISCARDED', 'DESTROYED')),
    subject       text,
    subject_kind  text        not null,
    rows          bigint      not null,
    most_rows     int         not null,
    detected      jsonb       not null,
    columns       jsonb       not null,
    problem       jsonb,
    person        uuid        not null,
    person_name   text        not null,
    at            timestamptz not null,
    expires_at    timestamptz not null,
    evidence      uuid        not null
);

create index workspace_own_table_of on workspace_own_table (workspace, at);
create unique index workspace_own_table_name on workspace_own_table (workspace, lower(name))
    where state not in ('FAILED', 'DISCARDED', 'DESTROYED');
