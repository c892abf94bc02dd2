-- A page of a list of tasks comes from the index, however many there are.
create index case_task_page on case_task (organisation, role, done, due, received_at);
drop index case_task_list;
