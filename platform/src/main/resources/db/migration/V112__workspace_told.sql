-- When the enclave last confirmed how a workspace stands: how long the closing of an access took is measured by it.
alter table workspace add column told_at timestamptz;
