-- What is asked of a service on the machine that Vigie runs on, or on its link, must have been set by who holds everything:
-- others would read through Vigie what only that machine may read.
alter table supervision.checks add column is_of_house boolean not null default false;
