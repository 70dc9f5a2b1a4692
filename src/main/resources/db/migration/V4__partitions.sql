-- Parts of a run's manifest that workers on other machines take; empty while no such run is at work.
create table run_partition (
  run_id integer not null,
  part integer not null,
  corpus varchar(100) not null,
  fingerprint varchar(64) not null,       -- a worker must have the same
  first_seq integer not null,             -- of the manifest, inclusive
  last_seq integer not null,
  articles integer not null,              -- to be worked on when it was cut
  size_bytes bigint not null,
  status varchar(10) not null,            -- WAITING, RUNNING, DONE, FAILED
  attempts integer default 0 not null,    -- how often a worker took it since its last chunk
  token varchar(36),                      -- of the worker's lease: who has another may not write
  worker varchar(60),                     -- name of its database sessions
  lease_until timestamp(3) with time zone,
  done integer default 0 not null,        -- articles that have a ledger entry since it was cut
  message varchar(4000),                  -- why the last attempt failed
  primary key (run_id, part)
);
create index run_partition_status on run_partition (corpus, status);
