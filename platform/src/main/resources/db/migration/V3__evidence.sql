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

-- What was entered is never changed or removed; only its place in the log is added, once.
create function evidence_entry_stays() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' then
        raise exception 'evidence stays as it was entered';
    end if;
    if old.log_index is not null
        or row(new.place, new.id, new.at, new.article, new.act, new.person, new.person_name, new.organisation,
               new.organisation_name, new.role, new.case_id, new.leaf, new.content)
           is distinct from
           row(old.place, old.id, old.at, old.article, old.act, old.person, old.person_name, old.organisation,
               old.organisation_name, old.role, old.case_id, old.leaf, old.content) then
        raise exception 'evidence stays as it was entered';
    end if;
    return new;
end $$;

create trigger evidence_entry_stays before update or delete on evidence_entry
    for each row execute function evidence_entry_stays();
