create table application (
    id             uuid primary key,
    case_id        uuid  not null unique references case_file,
    version        int   not null,
    number         text  not null unique,
    stage          text  not null,
    applicant      uuid  not null,
    applicant_name text  not null,
    applicant_role text  not null check (applicant_role in ('PARTNER', 'OPERATOR')),
    scenario       jsonb not null,
    items          jsonb not null,
    agreement      uuid
);
