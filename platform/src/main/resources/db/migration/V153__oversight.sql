-- What each regulator of article 7 sees: kinds of cases, and income. The authority's act decides which regulator an
-- organisation is (table remit); this says what that one supervises.
create table remit_scope (
    remit    text    not null,
    sort     text    not null check (sort in ('CASE', 'INCOME')),
    value    text    not null,
    admitted boolean not null default false,
    basis    text    not null,
    primary key (remit, sort, value)
);

-- Paragraph 1: the circulation and trade of data products and services.
insert into remit_scope (remit, sort, value, basis)
select remit, 'CASE', kind, '7'
  from (values ('DEVELOPMENT'), ('INDUSTRY'), ('SCIENCE'), ('FINANCE'), ('MARKET'), ('AUDIT')) as r (remit),
       (values ('PRODUCT'), ('LISTING')) as k (kind);
insert into remit_scope (remit, sort, value, basis) values
    ('DEVELOPMENT', 'CASE',   'NATIONAL_RECORD', '7'),
    ('DEVELOPMENT', 'INCOME', 'ALL',             '24'),
    ('INDUSTRY',    'CASE',   'PARTNERSHIP',     '7'),
    ('SCIENCE',     'CASE',   'NATIONAL_RECORD', '7'),
    ('FINANCE',     'INCOME', 'ALL',             '36'),
    ('FINANCE',     'CASE',   'MANDATE',         '26'),
    ('MARKET',      'INCOME', 'ALL',             '24'),
    ('MARKET',      'CASE',   'CREDIT',          '39'),
    ('MARKET',      'CASE',   'COMPLAINT',       '7'),
    ('MARKET',      'CASE',   'QUALITY',         '7'),
    ('AUDIT',       'INCOME', 'ALL',             '36'),
    ('AUDIT',       'CASE',   'MANDATE',         '7'),
    ('AUDIT',       'CASE',   'AGREEMENT',       '7'),
    ('AUDIT',       'CASE',   'CLOSING',         '7'),
    ('AUDIT',       'CASE',   'SELECTION',       '7'),
    ('AUDIT',       'CASE',   'CREDIT',          '39');

-- Paragraph 2: the safety of authorised operation. Of incidents they see those that were reported to them.
insert into remit_scope (remit, sort, value, admitted, basis) values
    ('CYBERSPACE', 'CASE', 'INCIDENT',      true,  '35'),
    ('POLICE',     'CASE', 'INCIDENT',      true,  '35'),
    ('SECRECY',    'CASE', 'INCIDENT',      true,  '35'),
    ('CYBERSPACE', 'CASE', 'LEAK',          false, '25'),
    ('POLICE',     'CASE', 'LEAK',          false, '25'),
    ('SECRECY',    'CASE', 'LEAK',          false, '25'),
    ('CYBERSPACE', 'CASE', 'RELEASE',       false, '7'),
    ('SECRECY',    'CASE', 'RELEASE',       false, '7'),
    ('CYBERSPACE', 'CASE', 'AUTHORISATION', false, '7'),
    ('CYBERSPACE', 'CASE', 'PRODUCT',       false, '7'),
    ('CYBERSPACE', 'CASE', 'LISTING',       false, '7');
