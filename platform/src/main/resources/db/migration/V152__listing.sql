-- Listing at a data exchange (art. 23).
insert into rule_figure (name, from_day, value, unit, basis) values
    -- Whether a product has to be registered nationally before it is listed: the rules encourage it, and do not ask for it.
    ('choice-listing-national', '2025-03-01', 0, 'CHOICE', '23');

create table listing (
    id           uuid primary key,
    case_id      uuid not null unique,
    version      int  not null,
    number       text not null unique,
    product      uuid not null,
    product_name text not null,
    filing_no    text not null,
    owner        uuid not null,
    owner_name   text not null,
    owner_role   text not null,
    exchange     text not null,
    stage        text not null check (stage in ('DRAFT', 'PREPARED', 'SENT', 'UNDER_REVIEW', 'LISTED', 'REFUSED',
                                                'SUSPENDED', 'WITHDRAWN')),
    begun_on     date not null,
    prepared_at  timestamptz,
    package_sm3  text,
    exchange_no  text,
    reason       text,
    package      bytea
);

create unique index listing_live on listing (product) where stage not in ('REFUSED', 'WITHDRAWN');

-- What the exchange has told of trades.
create table listing_trade (
    listing  uuid           not null references listing,
    trade    text           not null,
    buyer    text           not null,
    amount   numeric(18, 2) not null check (amount >= 0),
    day      date           not null,
    at       timestamptz    not null,
    evidence uuid           not null,
    primary key (listing, trade)
);
