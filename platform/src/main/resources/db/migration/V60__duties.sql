-- Who owes what to whom, how often and by which article (art. 26-36, 41). A line holds from its day until the next line of
-- its code. Where the Measures say "regularly" without a figure, the figure is set here and says so (standing SET).
create table duty_rule (
    code           text    not null,
    from_day       date    not null,
    owed_by        text    not null check (owed_by in ('AUTHORITY', 'OPERATOR')),
    about          text    not null check (about in ('ALL', 'EACH_OPERATOR', 'PARTNERS')),
    article        text    not null,
    basis          text    not null,
    standing       text    not null check (standing in ('LAW', 'SET')),
    cycle          text    not null check (cycle in ('MONTH', 'QUARTER', 'YEAR')),
    opens          text    not null check (opens in ('START', 'END')),
    due_days       int,
    due_date       text check (due_date ~ '^\d\d-\d\d$'),
    accepted_by    text check (accepted_by in ('AUTHORITY', 'FINANCE', 'SECURITY')),
    form           text    not null,
    needs_document boolean not null,
    prefilled      boolean not null,
    discloses      boolean not null,
    set_by         text    not null,
    reason         text    not null,
    primary key (code, from_day),
    check ((due_days is null) <> (due_date is null))
);

insert into duty_rule (code, from_day, owed_by, about, article, basis, standing, cycle, opens, due_days, due_date,
                       accepted_by, form, needs_document, prefilled, discloses, set_by, reason) values
    ('inspection',              '2025-01-10', 'AUTHORITY', 'EACH_OPERATOR', '27', '', 'SET', 'QUARTER', 'START', 0, null,
        null, 'summary findings', false, true, false, '', ''),
    ('partner-report',          '2025-01-10', 'OPERATOR', 'PARTNERS', '28', '', 'SET', 'MONTH', 'END', 5, null,
        'AUTHORITY', 'summary findings', false, true, false, '', ''),
    ('security-standard',       '2025-01-10', 'AUTHORITY', 'ALL', '29', '', 'SET', 'YEAR', 'START', 0, null,
        null, 'summary', true, false, false, '', ''),
    ('training',                '2025-01-10', 'OPERATOR', 'ALL', '30', '', 'SET', 'YEAR', 'START', 0, null,
        'AUTHORITY', 'summary participants', false, false, false, '', ''),
    ('usage-backup',            '2025-01-10', 'OPERATOR', 'ALL', '30', '', 'SET', 'MONTH', 'END', 5, null,
        'AUTHORITY', 'summary restored', false, false, false, '', ''),
    ('graded-protection',       '2025-01-10', 'OPERATOR', 'ALL', '31', 'CSL', 'SET', 'YEAR', 'START', 0, null,
        'AUTHORITY', 'summary certificate validUntil', false, false, false, '', ''),
    ('cryptography-assessment', '2025-01-10', 'OPERATOR', 'ALL', '31', 'CRYPTO', 'SET', 'YEAR', 'START', 0, null,
        'AUTHORITY', 'summary certificate validUntil', false, false, false, '', ''),
    ('security-check',          '2025-01-10', 'AUTHORITY', 'ALL', '34', '', 'LAW', 'MONTH', 'START', 0, null,
        null, 'summary findings', false, false, false, '', ''),
    ('operator-assessment',     '2025-01-10', 'AUTHORITY', 'EACH_OPERATOR', '34', '', 'SET', 'YEAR', 'END', null, '03-31',
        null, 'summary grade', false, true, false, '', ''),
    ('emergency-plan',          '2025-01-10', 'OPERATOR', 'ALL', '35', '', 'SET', 'YEAR', 'START', 0, null,
        'AUTHORITY', 'summary', true, false, false, '', ''),
    ('drill',                   '2025-01-10', 'AUTHORITY', 'ALL', '35', '', 'LAW', 'YEAR', 'START', 0, null,
        null, 'summary participants lessons', false, false, false, '', ''),
    ('development-plan',        '2025-01-10', 'AUTHORITY', 'ALL', '36', '', 'SET', 'YEAR', 'START', 0, null,
        null, 'summary', true, false, false, '', ''),
    ('evaluation',              '2025-01-10', 'AUTHORITY', 'ALL', '26', '', 'SET', 'YEAR', 'END', null, '03-31',
        'FINANCE', 'summary quality development', false, true, false, '', ''),
    ('circulation',             '2025-01-10', 'AUTHORITY', 'ALL', '26', '', 'SET', 'YEAR', 'END', null, '03-31',
        'SECURITY', 'summary', false, true, false, '', ''),
    ('disclosure-authority',    '2026-02-10', 'AUTHORITY', 'ALL', '41', 'NDA-2026', 'LAW', 'YEAR', 'END', null, '03-31',
        null, 'summary caps', false, true, true, '', ''),
    ('disclosure-operator',     '2026-02-10', 'OPERATOR', 'ALL', '41', 'NDA-2026', 'LAW', 'YEAR', 'END', null, '03-31',
        'AUTHORITY', 'summary products fees', false, true, true, '', '');

-- Terms for what follows a submission; the Measures give none.
insert into rule_figure (name, from_day, value, basis) values
    ('duty-acceptance', '2025-01-10', 5, '29'),
    ('duty-supplement', '2025-01-10', 5, '29');

create table duty (
    id                uuid primary key,
    case_id           uuid    not null unique,
    version           int     not null,
    code              text    not null,
    organisation      uuid    not null,
    organisation_name text    not null,
    role              text    not null,
    about             uuid,
    about_name        text,
    article           text    not null,
    period_from       date    not null,
    period_until      date    not null,
    opens_on          date    not null,
    due               date    not null,
    provisional       boolean not null,
    rule_from         date    not null,
    stage             text    not null check (stage in ('OPEN', 'SUBMITTED', 'RETURNED', 'ACCEPTED', 'RECORDED')),
    act_by            date    not null,
    form              jsonb   not null,
    facts             jsonb,
    valid_until       date,
    submitted_on      date,
    closed_on         date,
    foreign key (code, rule_from) references duty_rule,
    unique nulls not distinct (code, organisation, about, period_from)
);

create index duty_open on duty (act_by) where stage in ('OPEN', 'SUBMITTED', 'RETURNED');
create index duty_organisation on duty (organisation, stage, act_by);
create index duty_article on duty (article, stage);

-- Who has taken note of what is sent to several (art. 26).
create table duty_receipt (
    duty         uuid not null references duty,
    organisation uuid not null,
    at           timestamptz not null,
    primary key (duty, organisation)
);

-- Which regulator an organisation is (art. 7).
create table remit (
    organisation      uuid primary key,
    organisation_name text not null,
    remit             text not null
);

-- What was disclosed, as it was signed: never changed, a correction is a further version.
create table disclosure (
    id           uuid primary key,
    duty         uuid        not null references duty,
    year         int         not null,
    version      int         not null,
    organisation uuid        not null,
    organisation_name text   not null,
    role         text        not null,
    content      text        not null,
    sm3          text        not null,
    signature    jsonb       not null,
    evidence     uuid        not null,
    at           timestamptz not null,
    unique (year, organisation, version)
);

create function disclosure_stays() returns trigger language plpgsql as $$
begin
    raise exception 'a disclosure stays as it was signed';
end $$;

create trigger disclosure_stays before update or delete on disclosure
    for each row execute function disclosure_stays();
