-- Who watches over the safety of networks reads what is on record about accounts (art. 7, paragraph 2; art. 32); secrecy
-- and the regulators of paragraph 1 do not.
alter table remit_scope drop constraint remit_scope_sort_check;
alter table remit_scope add constraint remit_scope_sort_check check (sort in ('CASE', 'INCOME', 'ACCOUNTS'));

insert into remit_scope (remit, sort, value, basis) values
    ('CYBERSPACE', 'ACCOUNTS', 'ALL', '7'),
    ('POLICE',     'ACCOUNTS', 'ALL', '7');
