-- What a case is found by, ready to be looked through; and the latest cases first, however many there are.
alter table case_file add column words text generated always as (lower(title || chr(10) || number)) stored;
create index case_file_latest on case_file (started_on desc, number desc);
