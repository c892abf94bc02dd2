alter table application add column based_on uuid references application, add column fast boolean not null default false;

-- The fast lane: shorter terms for what was granted before; who decides stays (art. 18).
insert into rule_figure (name, from_day, value, unit, basis) values
    ('fast-lane',       '2025-01-10', 1,  'CHOICE',      '18'),
    ('fast-grade',      '2025-01-10', 2,  'COUNT',       '18'),
    ('fast-months',     '2025-01-10', 12, 'MONTH',       '18'),
    ('fast-review',     '2025-01-10', 2,  'WORKING_DAY', '18'),
    ('fast-assessment', '2025-01-10', 2,  'WORKING_DAY', '18'),
    ('fast-opinion',    '2025-01-10', 2,  'WORKING_DAY', '18');
