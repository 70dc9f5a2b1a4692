-- The files that a run came by, in the order of its walk, some hundred a row: the next run need not read those that are
-- the same by size, times and inode. Kept of the last two runs of a corpus.
create table input_files (
  run_id integer not null,
  page integer not null,
  basis varchar(64) not null,             -- of fingerprint, inputs and settings: holds for a run with the same
  unread integer not null,                -- how many of them were not read: the manifest lacks what is in them
  files varchar(10485760) not null,       -- one a line
  primary key (run_id, page)
);
