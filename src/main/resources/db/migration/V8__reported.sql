-- Names the report and the settings and version it was made with, which this run left behind.
alter table run add column reported varchar(64);

-- What went wrong beside the rows, which are done, in words; empty if nothing did.
alter table run add column warning varchar(4000) default '' not null;
