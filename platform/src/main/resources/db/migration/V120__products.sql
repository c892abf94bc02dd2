-- Products: registration, review, filing, use for the approved scenario only (art. 22).
insert into rule_figure (name, from_day, value, basis) values
    ('product-completeness', '2025-01-10', 5,  '22'),
    ('product-review',       '2025-01-10', 10, '22'),
    ('product-filing',       '2025-01-10', 5,  '22');

create table product (
    id            uuid primary key,
    case_id       uuid  not null unique,
    version       int   not null,
    number        text  not null unique,
    owner         uuid  not null,
    owner_name    text  not null,
    owner_role    text  not null check (owner_role in ('OPERATOR', 'PARTNER')),
    terms         jsonb not null,
    derivation    jsonb not null,
    stage         text  not null check (stage in ('DRAFT', 'SUBMITTED', 'RETURNED', 'WITH_COMPLIANCE', 'WITH_SECURITY',
                                                  'REVIEWED', 'FILED', 'REFUSED', 'WITHDRAWN', 'REVOKED')),
    assessor      uuid,
    assessor_name text,
    filing_no     text unique,
    started_on    date  not null,
    filed_on      date,
    content       jsonb not null
);

-- The last filing number of each year.
create table product_filing (
    year int primary key,
    last int not null
);

-- Who may use a product, for what.
create table product_customer (
    product           uuid not null references product,
    organisation      uuid not null,
    organisation_name text not null,
    role              text not null,
    scenario          text not null,
    purpose           text not null check (purpose in ('GOVERNANCE', 'WELFARE', 'INDUSTRY')),
    since             date not null,
    primary key (product, organisation)
);

-- A use is answered once for each request of a customer, however often it is asked.
create table product_call (
    product      uuid        not null references product,
    organisation uuid        not null,
    request      text        not null,
    filter       jsonb       not null,
    answer       jsonb       not null,
    at           timestamptz not null,
    evidence     uuid        not null,
    primary key (product, organisation, request)
);

create table product_attempt (
    place             bigint generated always as identity primary key,
    product           uuid        not null references product,
    organisation      uuid        not null,
    organisation_name text        not null,
    scenario          text        not null,
    reason            text        not null,
    at                timestamptz not null,
    evidence          uuid        not null
);

create index product_attempt_product on product_attempt (product, at);
