-- Organisations that are renamed or merged into another, by an act of the authority.
alter table organisation add column merged_into uuid references organisation, add column merged_on date;

create table organisation_act (
    place         bigint generated always as identity primary key,
    organisation  uuid        not null references organisation,
    kind          text        not null check (kind in ('RENAME', 'MERGE')),
    old_name      text        not null,
    new_name      text        not null,
    successor     uuid references organisation,
    basis         text        not null,
    document_name text        not null,
    document_sm3  text        not null,
    document      bytea       not null,
    day           date        not null,
    by_name       text        not null,
    at            timestamptz not null
);

create index organisation_act_of on organisation_act (organisation);
