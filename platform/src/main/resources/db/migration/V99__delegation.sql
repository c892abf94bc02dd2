create table task_delegation (
    person       uuid not null,
    organisation uuid not null,
    role         text not null,
    delegate     uuid not null,
    from_day     date not null,
    until_day    date not null,
    reason       text not null,
    primary key (person, organisation, role)
);
create index task_delegation_delegate on task_delegation (delegate, organisation, role);
