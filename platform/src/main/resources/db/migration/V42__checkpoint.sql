-- The checkpoint signed last, so that every node can hand out receipts although one alone keeps the log.
create table evidence_checkpoint (
    only_one boolean primary key default true check (only_one),
    content  text not null
);
