create table message (
    id           uuid primary key,
    kind         text        not null,
    case_id      uuid        not null,
    case_kind    text        not null,
    number       text        not null,
    title        text        not null,
    stage        text        not null,
    organisation uuid        not null,
    role         text,
    person       uuid,
    due          date,
    article      text        not null,
    at           timestamptz not null,
    settled      boolean     not null default false
);
create index message_case on message (case_id, organisation) where not settled;
create index message_reader on message (organisation, at desc);

create table message_read (
    message uuid not null references message,
    person  uuid not null,
    primary key (message, person)
);

create table message_address (
    id           uuid primary key,
    person       uuid    not null,
    organisation uuid    not null,
    role         text    not null,
    address      text    not null,
    confirmed    boolean not null,
    code         text,
    failures     int     not null,
    unique (person, organisation, role)
);
create index message_address_post on message_address (organisation, role) where confirmed;

create table message_subscription (
    id           uuid primary key,
    organisation uuid        not null,
    url          text        not null,
    sealed       bytea       not null,
    by_name      text        not null,
    at           timestamptz not null,
    ended_at     timestamptz
);
create index message_subscription_of on message_subscription (organisation) where ended_at is null;

create table message_delivery (
    id       uuid primary key,
    message  uuid        not null references message,
    way      text        not null,
    target   text        not null,
    tries    int         not null,
    next_try timestamptz not null,
    state    text        not null,
    fault    text
);
create index message_delivery_due on message_delivery (next_try) where state = 'WAITING';
create index message_delivery_target on message_delivery (target);
