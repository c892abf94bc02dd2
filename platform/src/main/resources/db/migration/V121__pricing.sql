-- Prices: costs, permitted revenue, caps, price sheets, metered use, bills (art. 24, 36).
insert into rule_figure (name, from_day, value, unit, basis) values
    -- 发改价格〔2025〕65号: what may be added to the treasury yield, in basis points; length of a period, in months.
    ('pricing-margin-bp',     '2025-01-10', 600, 'COUNT', '24'),
    ('pricing-period-months', '2025-01-10', 36,  'MONTH', '24');

create table pricing_cost (
    id                uuid primary key,
    place             bigint generated always as identity,
    operator          uuid           not null,
    day               date           not null,
    line              text           not null,
    amount            numeric(18, 2) not null check (amount > 0),
    industry_share_bp int            not null check (industry_share_bp between 0 and 10000),
    proof             text           not null,
    reverses          uuid unique references pricing_cost,
    person_name       text           not null,
    evidence          uuid           not null
);

create table pricing_period (
    id            uuid primary key,
    from_day      date           not null,
    until_day     date           not null check (until_day > from_day),
    yield_bp      int            not null,
    margin_bp     int            not null,
    tax           numeric(18, 2) not null,
    carry_over    numeric(18, 2) not null,
    costs         numeric(18, 2) not null,
    subsidy       numeric(18, 2) not null,
    ledger_after  bigint         not null,
    ledger_until  bigint         not null,
    operator      uuid           not null,
    operator_name text           not null,
    unique (operator, from_day)
);

create table pricing_cap (
    period       uuid           not null references pricing_period,
    product      uuid           not null,
    product_name text           not null,
    amount       numeric(18, 6) not null check (amount >= 0),
    volume       bigint         not null check (volume > 0),
    evidence     uuid           not null,
    primary key (period, product)
);

create table pricing_sheet (
    id            uuid primary key,
    product       uuid           not null,
    version       int            not null,
    period        uuid           not null references pricing_period,
    unit          numeric(18, 6) not null check (unit >= 0),
    cap           numeric(18, 6) not null,
    hit_only      boolean        not null,
    free_calls    int            not null,
    from_day      date           not null,
    basis         text           not null,
    valuer        text,
    valuation     numeric(18, 2),
    valuation_sm3 text,
    evidence      uuid           not null,
    unique (product, version),
    check (unit <= cap)
);

-- A bill is the sum of the uses that name it.
create table pricing_bill (
    id            uuid primary key,
    number        text           not null unique,
    product       uuid           not null,
    product_name  text           not null,
    owner         uuid           not null,
    owner_name    text           not null,
    customer      uuid           not null,
    customer_name text           not null,
    from_day      date           not null,
    until_day     date           not null,
    uses          bigint         not null,
    billable      bigint         not null,
    amount        numeric(18, 2) not null,
    issued_on     date           not null,
    evidence      uuid           not null
);

-- What was used, with the price that held then.
create table pricing_use (
    evidence       uuid primary key,
    product        uuid           not null,
    owner          uuid           not null,
    customer       uuid           not null,
    customer_name  text           not null,
    purpose        text           not null,
    request        text           not null,
    at             timestamptz    not null,
    month          date           not null,
    day            date           not null,
    hit            boolean        not null,
    billable       boolean        not null,
    amount         numeric(18, 6) not null,
    sheet          uuid references pricing_sheet,
    bill           uuid references pricing_bill,
    unique (product, customer, request)
);

create index pricing_use_month on pricing_use (product, customer, month);
create index pricing_use_owner on pricing_use (owner, month);
