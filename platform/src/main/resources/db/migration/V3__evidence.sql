create table evidence_entry (
    place             bigint generated always as identity,
    id                uuid primary key,
    at                timestamptz not null,
    article           text        not null,
    act               text        not null,
    person            uuid        not null,
    person_name       text        not null,
    organisation      uuid        not null,
    organisation_name text        not null,
    role              text        not null,
    case_id           uuid,
    leaf              text        not null,
    content           text        not null,
    log_index         bigint unique
);

create index evidence_entry_case on evidence_entry (case_id, place);
create index evidence_entry_organisation on evidence_entry (organisation, place);
create index evidence_entry_waiting on evidence_entry (place) where log_index is null;

-- What was entered is never changed or removed; only its place in the log is added.
create function evidence_entry_stays() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' or old.content <> new.content or old.leaf <> new.leaf then
        raise exception 'evidence stays as it was entered';
    end if;
    return new;
end $$;

create trigger evidence_entry_stays before update or delete on evidence_entry
    for each row execute function evidence_entry_stays();
