-- Art. 13 says "generally three years"; the national rules of 2025 (27号) say five at most and that an operator is a legal
-- person. The others are the district's own.
insert into rule_figure (name, from_day, value, basis) values
    ('mandate-term-months',    '2025-01-10', 36, '13'),
    ('mandate-longest-months', '2025-03-01', 60, '13'),
    ('mandate-legal-person',   '2025-03-01',  1, '12'),
    ('mandate-signature',      '2025-01-10', 10, '12'),
    ('log-retention-months',   '2025-01-10', 36, '14');
insert into rule_figure (name, from_day, value, unit, basis) values
    ('mandate-notice',         '2025-01-10', 90, 'DAY', '13');

-- Authorisation agreements between the authority and an operator. `text` is what is in force, `proposed` what is being
-- drafted or amended.
create table mandate (
    id             uuid primary key,
    case_id        uuid not null unique references case_file,
    version        int  not null,
    number         text not null unique,
    title          text not null,
    stage          text not null,
    authority      uuid not null,
    authority_name text not null,
    operator       uuid not null,
    operator_name  text not null,
    edition        int  not null,
    text           jsonb,
    proposed       jsonb,
    from_day       date,
    until_day      date,
    selection      uuid,
    predecessor    uuid references mandate,
    reason         text not null,
    warned_on      date,
    begun_on       date not null
);

create index mandate_operator on mandate (operator, stage);

-- What was signed, edition by edition: nothing of it changes any more.
create table mandate_edition (
    mandate uuid not null references mandate,
    edition int  not null,
    text    jsonb not null,
    sm3     text not null,
    from_day date not null,
    until_day date not null,
    primary key (mandate, edition)
);
