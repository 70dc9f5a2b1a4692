-- Views for common questions. They follow the CSV files in names and meaning, but for words that a
-- database keeps for itself: quote_type, entity_type, start_offset, end_offset, lang, and content for the text.

-- Who said what, with what there is to know of the article.
create view quotes as
select a.corpus, q.article_id, a.source, a.record, a.title, a.author, a.published, a.lang, q.quote,
  q.quote_type, q.sentence, q.start_offset, q.end_offset, q.content, q.verbatim, q.speaker,
  q.canonical_speaker, q.speaker_type, q.cue, q.via, q.confidence
from quote q join article a on a.article_id = q.article_id;

-- Who is named, by the fullest name in the article. published_day: YYYY-MM-DD, null where the day is not known.
create view mentions as
select a.corpus, e.article_id, a.source, a.record, a.title, a.published, a.lang,
  case when a.published like '____-__-__%' and position('X' in substring(a.published from 1 for 10)) = 0
    then substring(a.published from 1 for 10) end as published_day,
  e.entity, e.entity_type, e.sentence, e.start_offset, e.end_offset, e.content,
  case when e.canonical = '' then e.content else e.canonical end as canonical
from entity e join article a on a.article_id = e.article_id
where e.entity_type in ('PERSON', 'LOCATION', 'ORGANIZATION', 'MISC');

-- How often each person, place and organisation is named on each day.
create view mentions_per_day as
select corpus, published_day, entity_type, canonical, count(*) as mentions,
  count(distinct article_id) as articles
from mentions
where published_day is not null
group by corpus, published_day, entity_type, canonical;

-- How often each speaker is quoted, and how.
create view speakers as
select corpus, canonical_speaker, speaker_type, count(*) as quotes,
  sum(case when quote_type = 'direct' then 1 else 0 end) as direct,
  sum(case when quote_type = 'mixed' then 1 else 0 end) as mixed,
  sum(case when quote_type = 'indirect' then 1 else 0 end) as indirect,
  count(distinct article_id) as articles
from quotes
where canonical_speaker <> ''
group by corpus, canonical_speaker, speaker_type;
