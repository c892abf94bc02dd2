-- What of the demonstration has been played, so that a restart goes on and does not begin again.
create table demonstration_scene (
    name  text primary key,
    at    timestamptz not null,
    given text        not null
);
