-- What was issued on paper: never the paper itself, only what lets its holder check it.
create table issued_document (
    code              text primary key,
    kind              text        not null,
    number            text        not null,
    title             text        not null,
    organisation      uuid        not null,
    organisation_name text        not null,
    organisation_kind text        not null,
    at                timestamptz not null,
    sm3               text        not null,
    evidence          uuid        not null
);
