-- Art. 14 says "in time" and gives no terms: these are the district's own.
insert into rule_figure (name, from_day, value, basis) values
    ('closing-access',     '2025-01-10',  1, '14'),
    ('closing-deletion',   '2025-01-10', 10, '14'),
    ('closing-platform',   '2025-01-10', 20, '14'),
    ('closing-partner',    '2025-01-10', 20, '14'),
    ('closing-logs',       '2025-01-10',  5, '14'),
    ('closing-settlement', '2025-01-10', 30, '14');

create table closing (
    id             uuid primary key,
    mandate        uuid not null unique references mandate,
    case_id        uuid not null unique references case_file,
    version        int  not null,
    number         text not null unique,
    authority      uuid not null,
    authority_name text not null,
    operator       uuid not null,
    operator_name  text not null,
    stage          text not null,
    reason         text not null,
    began_at       timestamptz not null,
    workspaces     jsonb not null,
    items          jsonb not null,
    logs_from      date not null,
    logs_whole     boolean not null,
    logs_until     date not null
);
