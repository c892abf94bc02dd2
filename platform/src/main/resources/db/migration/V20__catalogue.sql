-- The catalogue for authorised operation (art. 5, 6): what there is, in what state, of what quality.
-- No raw value is ever stored here: rows live in the enclave, this is what may be said about them.

create table catalogue_resource (
    id                uuid primary key,
    department        uuid        not null,
    department_name   text        not null,
    name              text        not null unique,
    title             text        not null,
    summary           text        not null,
    update_cycle      text        not null,
    legal_basis       text        not null,
    contact           text        not null,
    retention         text        not null,
    state             text        not null check (state in ('DRAFT', 'SUBMITTED', 'PUBLISHED', 'WITHDRAWN')),
    data_version      int,
    published_version int,
    published_at      timestamptz,
    created_at        timestamptz not null,
    version           int         not null
);

create index catalogue_resource_department on catalogue_resource (department);

create table catalogue_version (
    resource     uuid        not null references catalogue_resource,
    version      int         not null,
    rows         bigint      not null,
    rejected     bigint      not null,
    at           timestamptz not null,
    subject      text,
    subject_kind text        not null,
    max_rows_per_subject int not null,
    quality      int,
    quality_at   timestamptz,
    primary key (resource, version)
);

create table catalogue_column (
    resource     uuid not null,
    version      int  not null,
    position     int  not null,
    name         text not null,
    label        text not null,
    meaning      text not null,
    type         text not null,
    scale        int  not null,
    column_class text not null,
    grade        int  not null check (grade between 1 and 4),
    lower        bigint,
    upper        bigint,
    completeness int,
    primary key (resource, version, name),
    foreign key (resource, version) references catalogue_version
);

create table catalogue_load (
    id           uuid primary key,
    resource     uuid        not null references catalogue_resource,
    state        text        not null check (state in ('WAITING', 'RECEIVING', 'READING', 'STAGED', 'LANDING', 'LANDED', 'FAILED', 'DISCARDED')),
    format       text        not null,
    file_name    text        not null,
    size         bigint      not null,
    bytes        bigint      not null,
    rows         bigint      not null,
    rejected     bigint      not null,
    detected     jsonb       not null,
    confirmed    jsonb,
    problem      jsonb,
    data_version int         not null,
    started_by   uuid        not null,
    at           timestamptz not null,
    expires_at   timestamptz not null
);

create index catalogue_load_resource on catalogue_load (resource, at desc);
create index catalogue_load_open on catalogue_load (at) where state not in ('LANDED', 'FAILED', 'DISCARDED');

create table catalogue_batch (
    id           uuid primary key,
    number       text        not null unique,
    title        text        not null,
    published_at timestamptz not null,
    published_by uuid        not null,
    person_name  text        not null
);

create table catalogue_batch_resource (
    batch    uuid not null references catalogue_batch,
    resource uuid not null references catalogue_resource,
    version  int  not null,
    primary key (batch, resource)
);

-- What a column may be used for, by its class and grade: the table that the authority keeps (art. 20).
-- Grade 4 is the highest that may enter at all; important and core data never do.
create table catalogue_column_rule (
    column_class text not null,
    grade        int  not null,
    from_day     date not null,
    rights       text not null,
    basis        text not null,
    primary key (column_class, grade, from_day)
);

insert into catalogue_column_rule (column_class, grade, from_day, rights, basis) values
    ('OPEN',             1, '2025-01-10', 'OUTPUT_AGGREGATE,GROUP,FILTER,JOIN,COUNT_DISTINCT', '20'),
    ('OPEN',             2, '2025-01-10', 'OUTPUT_AGGREGATE,GROUP,FILTER,JOIN,COUNT_DISTINCT', '20'),
    ('OPEN',             3, '2025-01-10', 'OUTPUT_AGGREGATE,GROUP,FILTER,COUNT_DISTINCT',      '20'),
    ('OPEN',             4, '2025-01-10', 'GROUP,FILTER',                                      '20'),
    ('MEASURE',          1, '2025-01-10', 'OUTPUT_AGGREGATE,GROUP,FILTER,COUNT_DISTINCT',      '20'),
    ('MEASURE',          2, '2025-01-10', 'OUTPUT_AGGREGATE,FILTER,COUNT_DISTINCT',            '20'),
    ('MEASURE',          3, '2025-01-10', 'OUTPUT_AGGREGATE,FILTER',                           '20'),
    ('MEASURE',          4, '2025-01-10', 'OUTPUT_AGGREGATE',                                  '20'),
    ('QUASI_IDENTIFIER', 1, '2025-01-10', 'GROUP,FILTER,JOIN,COUNT_DISTINCT',                  '20'),
    ('QUASI_IDENTIFIER', 2, '2025-01-10', 'GROUP,FILTER,JOIN,COUNT_DISTINCT',                  '20'),
    ('QUASI_IDENTIFIER', 3, '2025-01-10', 'GROUP,FILTER',                                      '20'),
    ('QUASI_IDENTIFIER', 4, '2025-01-10', 'GROUP',                                             '20'),
    ('SENSITIVE',        1, '2025-01-10', 'OUTPUT_AGGREGATE,GROUP,FILTER',                     '20'),
    ('SENSITIVE',        2, '2025-01-10', 'OUTPUT_AGGREGATE,GROUP,FILTER',                     '20'),
    ('SENSITIVE',        3, '2025-01-10', 'OUTPUT_AGGREGATE,FILTER',                           '20'),
    ('SENSITIVE',        4, '2025-01-10', 'OUTPUT_AGGREGATE',                                  '20'),
    ('IDENTIFIER',       1, '2025-01-10', 'JOIN,COUNT_DISTINCT',                               '20'),
    ('IDENTIFIER',       2, '2025-01-10', 'JOIN,COUNT_DISTINCT',                               '20'),
    ('IDENTIFIER',       3, '2025-01-10', 'JOIN,COUNT_DISTINCT',                               '20'),
    ('IDENTIFIER',       4, '2025-01-10', 'JOIN,COUNT_DISTINCT',                               '20'),
    ('NEVER',            1, '2025-01-10', '',                                                  '20'),
    ('NEVER',            2, '2025-01-10', '',                                                  '20'),
    ('NEVER',            3, '2025-01-10', '',                                                  '20'),
    ('NEVER',            4, '2025-01-10', '',                                                  '20');

-- What follows from the highest grade that a query may touch: how many subjects must stand behind a released group,
-- and how much privacy loss all workspaces together may spend on a resource of that grade (thousandths of epsilon).
create table catalogue_grade_rule (
    grade        int    not null check (grade between 1 and 4),
    from_day     date   not null,
    threshold    int    not null,
    budget_milli bigint not null,
    basis        text   not null,
    primary key (grade, from_day)
);

insert into catalogue_grade_rule (grade, from_day, threshold, budget_milli, basis) values
    (1, '2025-01-10',  5, 20000, '20'),
    (2, '2025-01-10', 10, 20000, '20'),
    (3, '2025-01-10', 10, 10000, '20'),
    (4, '2025-01-10', 20, 10000, '20');
