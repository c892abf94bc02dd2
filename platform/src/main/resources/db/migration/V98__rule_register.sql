-- Who changed a figure, and why; and which term of the register a task goes by.
alter table rule_figure add column by_name text, add column reason text, add column at timestamptz;
alter table rule_figure drop constraint rule_figure_unit_check;
alter table rule_figure add constraint rule_figure_unit_check check (unit in ('WORKING_DAY', 'DAY', 'CHOICE', 'MONTH', 'PERCENT', 'COUNT'));
insert into rule_figure (name, from_day, value, unit, basis) values ('choice-operator-legal-person', '2025-03-01', 1, 'CHOICE', '9');

alter table case_task add column term text;
create index case_task_term on case_task (term, received_on) where term is not null;

-- What was never a term.
update rule_figure set unit = 'COUNT' where name in ('selection-experts', 'selection-pass', 'selection-spread');
update rule_figure set unit = 'DAY' where name = 'credit-publicity-days';
