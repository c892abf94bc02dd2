-- Of a calendar's address the SM3 of its key alone is kept.
create table task_calendar (
    person       uuid not null,
    organisation uuid not null,
    role         text not null,
    key_sm3      text not null unique,
    primary key (person, organisation, role)
);
