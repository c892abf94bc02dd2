-- The notice before an agreement's term ends, and the calendars that the authority has taken in.
insert into rule_figure (name, from_day, value, basis) values ('agreement-notice', '2025-01-10', 10, '19');

alter table agreement add column warned_on date;

create index agreement_term on agreement (until_day) where stage not in ('TERMINATED', 'EXPIRED');

create table calendar_notice (
    year      int primary key,
    source    text        not null,
    content   text        not null,
    loaded_by text        not null,
    loaded_at timestamptz not null
);
