-- Releases of data of grade 3 and above take two persons of the authority (art. 20, 32). The grade is that of the highest
-- column granted to the workspace on the day the release was asked for.
alter table workspace_release add column grade int not null default 1 check (grade between 1 and 4);
alter table workspace_release add column first_decision uuid;
alter table workspace_release drop constraint workspace_release_stage_check;
alter table workspace_release add constraint workspace_release_stage_check
    check (stage in ('WITH_OPERATOR', 'WITH_AUTHORITY', 'WITH_SECOND', 'APPROVED', 'REFUSED', 'HANDED_OVER', 'WITHDRAWN'));

-- To which multiples counts of exact results are rounded, by the highest grade; 0 for not at all.
alter table catalogue_grade_rule add column rounding int not null default 0 check (rounding = 0 or rounding >= 2);
