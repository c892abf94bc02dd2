-- Acts about somebody's own account (signing in, a second factor) are for auditors and for that person, not for colleagues.
alter table evidence_entry add column audience text not null default 'PARTIES' check (audience in ('PARTIES', 'AUDIT'));

create index evidence_entry_account on evidence_entry (person, place) where audience = 'AUDIT';

create or replace function evidence_entry_stays() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' then
        raise exception 'evidence stays as it was entered';
    end if;
    if old.log_index is not null
        or row(new.place, new.id, new.at, new.article, new.act, new.person, new.person_name, new.organisation,
               new.organisation_name, new.role, new.case_id, new.leaf, new.content, new.audience)
           is distinct from
           row(old.place, old.id, old.at, old.article, old.act, old.person, old.person_name, old.organisation,
               old.organisation_name, old.role, old.case_id, old.leaf, old.content, old.audience) then
        raise exception 'evidence stays as it was entered';
    end if;
    return new;
end $$;

-- Attempts that concern no account, or one that is locked already: only how many in an hour, as nobody has proved to be
-- anybody and a name typed in the wrong field may be a password.
create table refused_sign_in (
    hour    timestamptz not null,
    reason  text        not null check (reason in ('UNKNOWN', 'LOCKED')),
    count   bigint      not null,
    primary key (hour, reason)
);
