-- A field of this grade or above needs a reason of its own in an application (art. 18).
insert into rule_figure (name, from_day, value, unit, basis) values
    ('application-field-grade', '2025-01-10', 3, 'COUNT', '18');

-- A clock rests while somebody outside the district has the matter: since when, for which matter, and how many working
-- days it has rested before.
alter table case_task add column rests_on date, add column rests_for text, add column rested int not null default 0;
