-- Lines that many articles of a corpus have.

-- The short lines of each article's body, read before its rows are made; they stay while content and
-- fingerprint do.
create table short_lines (
  article_id varchar(16) not null primary key,
  corpus varchar(100) not null,
  sha256 varchar(64) not null,
  fingerprint varchar(64) not null,
  lines varchar(10485760) not null        -- hashes; empty: it is no article
);
create index short_lines_corpus on short_lines (corpus, article_id);

-- Which of them many articles have: frozen for the run, and as the article's rows were made.
alter table manifest add column repeated varchar(10485760) default '' not null;
alter table ledger add column repeated varchar(10485760) default '' not null;
