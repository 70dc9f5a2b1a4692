-- Articles with the same text, or nearly.

-- What is left out of results: duplicates, if the job wants that. The rows stay, so that they are
-- there again when the first article is gone, or another setting wants them.
alter table article add column skipped boolean default false not null;
create index article_duplicate on article (corpus, duplicate_of);

-- What the texts of articles are compared by; written and removed with their rows.
create table signature (
  article_id varchar(16) not null primary key,
  corpus varchar(100) not null,
  min_hash varchar(172) not null          -- Base64; empty: no word to compare
);
create index signature_corpus on signature (corpus, article_id);

-- When each article was first seen. That stays when it is worked on again, so that it stays the first.
create table sighting (
  article_id varchar(16) not null primary key,
  corpus varchar(100) not null,
  run_id integer not null,
  seq integer not null                    -- in the manifest of that run
);

-- The views again, without what is skipped; where the article is a duplicate, they say of which.
drop view speakers;
drop view speakers_per_month;
drop view named_speakers;
drop view named_mentions;
drop view mentions_per_day;
drop view quotes;
drop view mentions;

-- Who said what, with what there is to know of the article.
create view quotes as
select a.corpus, q.article_id, a.source, a.record, a.title, a.author, a.published, a.lang, q.quote,
  q.quote_type, q.sentence, q.start_offset, q.end_offset, q.content, q.verbatim, q.speaker,
  q.canonical_speaker, q.speaker_type, q.cue, q.via, q.confidence, a.duplicate_of
from quote q join article a on a.article_id = q.article_id
where not a.skipped;

-- Who is named, by the fullest name in the article. published_day: YYYY-MM-DD, null where the day is not known.
create view mentions as
select a.corpus, e.article_id, a.source, a.record, a.title, a.published, a.lang,
  case when a.published like '____-__-__%' and position('X' in substring(a.published from 1 for 10)) = 0
    then substring(a.published from 1 for 10) end as published_day,
  e.entity, e.entity_type, e.sentence, e.start_offset, e.end_offset, e.content,
  case when e.canonical = '' then e.content else e.canonical end as canonical,
  a.duplicate_of
from entity e join article a on a.article_id = e.article_id
where not a.skipped and e.entity_type in ('PERSON', 'LOCATION', 'ORGANIZATION', 'MISC');

-- How often each person, place and organisation is named on each day.
create view mentions_per_day as
select corpus, published_day, entity_type, canonical, count(*) as mentions,
  count(distinct article_id) as articles
from mentions
where published_day is not null
group by corpus, published_day, entity_type, canonical;

-- Speakers who can be counted over articles: all but those whose names are cut to initials.
create view named_speakers as
select a.corpus, q.article_id, q.canonical_speaker, q.speaker_type, q.quote_type,
  case when a.published like '____-__%' and position('X' in substring(a.published from 1 for 7)) = 0
    then substring(a.published from 1 for 7) end as published_month
from article a join quote q on q.article_id = a.article_id
where not a.skipped and q.canonical_speaker <> '' and q.speaker_type <> 'UNNAMED'
  and (q.speaker_type <> 'PERSON' or (
    q.canonical_speaker not like '_'
    and (q.canonical_speaker not like '%.' or q.canonical_speaker like '% Jr.' or q.canonical_speaker like '% Sr.')
    and q.canonical_speaker not like '%._' and q.canonical_speaker not like '%. _'));

-- How often each speaker is quoted, and how.
create view speakers as
select corpus, canonical_speaker, speaker_type, count(*) as quotes,
  sum(case when quote_type = 'direct' then 1 else 0 end) as direct,
  sum(case when quote_type = 'mixed' then 1 else 0 end) as mixed,
  sum(case when quote_type = 'indirect' then 1 else 0 end) as indirect,
  count(distinct article_id) as articles
from named_speakers
group by corpus, canonical_speaker, speaker_type;

-- The same by month of publication, YYYY-MM; null where it is not known.
create view speakers_per_month as
select corpus, published_month, canonical_speaker, speaker_type, count(*) as quotes,
  sum(case when quote_type = 'direct' then 1 else 0 end) as direct,
  sum(case when quote_type = 'mixed' then 1 else 0 end) as mixed,
  sum(case when quote_type = 'indirect' then 1 else 0 end) as indirect,
  count(distinct article_id) as articles
from named_speakers
group by corpus, published_month, canonical_speaker, speaker_type;

-- Who and what an article's own text names, not its by-line or credits; without people whose names are cut to initials.
create view named_mentions as
select a.corpus, e.article_id, e.entity_type, e.canonical
from article a
  join entity e on e.article_id = a.article_id
  join sentence s on s.article_id = e.article_id and s.sentence = e.sentence
where not a.skipped and s.section <> 'boilerplate' and e.canonical <> '' and (e.entity_type <> 'PERSON' or (
    e.canonical not like '_'
    and (e.canonical not like '%.' or e.canonical like '% Jr.' or e.canonical like '% Sr.')
    and e.canonical not like '%._' and e.canonical not like '%. _'));
