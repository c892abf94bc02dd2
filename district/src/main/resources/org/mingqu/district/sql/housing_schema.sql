drop schema if exists housing cascade;
create schema housing;
-- As an old system keeps it: no keys, and nobody asked twice
create table housing.lease_contract (
  contract_no   varchar(20),
  tenant_id     char(18),
  tenant_name   varchar(60),
  tenant_mobile varchar(20),
  address       varchar(200),
  street        varchar(40),
  community     varchar(40),
  area          numeric(8, 2),
  monthly_rent  numeric(10, 2),
  starts_on     date,
  ends_on       date
);
comment on table housing.lease_contract is '住房租赁合同（演示）';
