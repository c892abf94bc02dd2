-- The figures of the rules, each with the day from which it holds (art. 40, 41).
create table rule_figure (
    name     text not null,
    from_day date not null,
    value    int  not null,
    basis    text not null,
    primary key (name, from_day)
);

insert into rule_figure (name, from_day, value, basis) values
    ('operator-review',      '2025-01-10', 5,  '18'),
    ('authority-assessment', '2025-01-10', 5,  '18'),
    ('source-opinion',       '2025-01-10', 5,  '18'),
    ('applicant-supplement', '2025-01-10', 10, ''),
    ('release-operator',     '2025-01-10', 3,  '20'),
    ('release-authority',    '2025-01-10', 3,  '20');
