-- When a selection last changed: readers of the feed hear of a result by it (RFC 4287, atom:updated).
alter table selection_call add column changed_at timestamptz;
update selection_call set changed_at = opens_on;
alter table selection_call alter column changed_at set not null;
