-- The key with which the platform signs for an organisation's people. The private half is sealed under the installation's key.
create table organisation_key (
    organisation uuid primary key references organisation,
    public_key   text        not null,
    sealed       bytea       not null,
    made_at      timestamptz not null
);
