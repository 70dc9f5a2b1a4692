-- What was damaged or unclear when an article was read, in words; empty if nothing was.
alter table article add column notes varchar(4000) default '' not null;

-- What of that was known when the files were walked through.
alter table manifest add column note varchar(1000) default '' not null;
