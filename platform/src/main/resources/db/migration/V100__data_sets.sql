-- Data sets of rows (art. 3, 20, 22), and whose copy a leaked file is (art. 25).

-- What rows must keep to. The class of GB/T 42460 is the least for its way of sharing; where the grade's threshold is
-- higher, that holds. Distances, chances and shares are in hundredths.
insert into rule_figure (name, from_day, value, unit, basis) values
    ('dataset-grade',    '2025-01-10',      3, 'COUNT', '20'),
    ('dataset-k',        '2025-01-10',      5, 'COUNT', '20'),
    ('dataset-l',        '2025-01-10',      2, 'COUNT', '20'),
    ('dataset-t',        '2025-01-10',     30, 'PERCENT', '20'),
    ('dataset-attempt',  '2025-01-10',     20, 'PERCENT', '20'),
    ('dataset-left-out', '2025-01-10',      5, 'PERCENT', '20'),
    ('dataset-rows',     '2025-01-10', 100000, 'COUNT', '20'),
    ('leak-bytes',       '2025-01-10', 67108864, 'COUNT', '25');

create table workspace_leak (
    id                uuid primary key,
    organisation      uuid        not null,
    organisation_name text        not null,
    person            uuid        not null,
    person_name       text        not null,
    file_name         text        not null,
    note              text        not null,
    at                timestamptz not null,
    state             text        not null check (state in ('WAITING', 'DONE', 'FAILED')),
    finding           jsonb,
    traced_at         timestamptz,
    evidence          uuid        not null
);

create index workspace_leak_at on workspace_leak (at desc);
create index workspace_leak_of on workspace_leak (organisation, at desc);
