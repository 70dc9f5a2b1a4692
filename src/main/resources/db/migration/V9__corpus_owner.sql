-- Who runs on a corpus, so that a run whose lock the server gave up cannot write beside another.
create table corpus_owner (
  corpus varchar(100) not null primary key,
  token varchar(36) not null              -- of the run: each of its transactions looks for it
);
