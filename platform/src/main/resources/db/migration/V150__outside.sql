-- The world outside: what is delivered to and heard from counterparts (art. 5, 9, 23, 39).
create table outside_message (
    id          uuid primary key,
    place       bigint generated always as identity,
    counterpart text        not null check (counterpart in ('CITY', 'EXCHANGE', 'CREDIT', 'WEBSITE')),
    kind        text        not null,
    subject     uuid        not null,
    article     text        not null,
    body        text        not null,
    state       text        not null check (state in ('WAITING', 'STUCK', 'ANSWERED', 'GIVEN_UP')),
    tries       int         not null,
    created_at  timestamptz not null,
    next_try    timestamptz not null,
    fault       text,
    fault_at    timestamptz,
    answered_at timestamptz,
    answer      text,
    reason      text
);

create index outside_message_due on outside_message (next_try) where state = 'WAITING';
create index outside_message_subject on outside_message (counterpart, subject, place);

-- A word is taken once.
create table outside_heard (
    counterpart text        not null,
    id          text        not null,
    kind        text        not null,
    subject     uuid        not null,
    body        text        not null,
    at          timestamptz not null,
    primary key (counterpart, id)
);
