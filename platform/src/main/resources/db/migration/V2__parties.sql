create table organisation (
    id          uuid primary key,
    name        text not null unique,
    kind        text not null,
    credit_code text unique
);

create table person (
    id             uuid primary key,
    username       text    not null unique,
    name           text    not null,
    password_hash  text    not null,
    secret         text,
    pending_secret text,
    last_step      bigint  not null,
    failures       int     not null,
    locked_until   timestamptz,
    locked         boolean not null,
    must_change    boolean not null
);

create table person_post (
    person       uuid not null references person,
    organisation uuid not null references organisation,
    role         text not null,
    primary key (person, organisation, role)
);

create index person_post_role on person_post (role);

create table demonstration_account (
    position int generated always as identity,
    person   uuid primary key references person,
    password text not null
);
