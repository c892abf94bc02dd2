-- A decision that waits for a colleague's signature (会签) before it is taken.
create table countersignature (
    id             uuid primary key,
    case_id        uuid        not null references case_file,
    case_version   int         not null,
    step           text        not null,
    opinion        text        not null,
    asker          uuid        not null,
    asker_name     text        not null,
    organisation   uuid        not null,
    organisation_name text     not null,
    role           text        not null,
    colleague      uuid        not null,
    colleague_name text        not null,
    asked_at       timestamptz not null,
    state          text        not null,
    answer         text        not null,
    answered_at    timestamptz
);
create unique index countersignature_once on countersignature (case_id, organisation, role) where state = 'ASKED';
create index countersignature_colleague on countersignature (colleague, state);
