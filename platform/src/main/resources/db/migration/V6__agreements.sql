create table agreement (
    id           uuid primary key,
    case_id      uuid  not null unique references case_file,
    version      int   not null,
    number       text  not null unique,
    title        text  not null,
    stage        text  not null,
    from_day     date  not null,
    until_day    date  not null,
    partner      uuid  not null,
    partner_name text  not null,
    heads        jsonb not null,
    parties      jsonb not null,
    tables       jsonb not null,
    workspace    uuid
);
