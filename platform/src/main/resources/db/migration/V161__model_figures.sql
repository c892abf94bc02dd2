-- What a model must keep to before it leaves the domain (art. 22). Shares are in hundredths.

insert into rule_figure (name, from_day, value, unit, basis) values
    ('model-subjects',  '2025-01-10',     10, 'COUNT',   '22'),
    ('model-leverage',  '2025-01-10',     50, 'PERCENT', '22'),
    ('model-advantage', '2025-01-10',     10, 'PERCENT', '22'),
    ('model-canary',    '2025-01-10',     30, 'PERCENT', '22'),
    ('model-rows',      '2025-01-10', 100000, 'COUNT',   '22');
