-- Why a run failed, in words; empty if it did not.
alter table run add column problem varchar(4000) default '' not null;

-- A person whose name is cut to initials, as H., N.T.H, Th. or Nguyễn Thị H., may be another one in each article. To be
-- counted over articles is only who has a name; the views of quotes and mentions have everybody.

create view named_speakers as
select a.corpus, q.article_id, q.canonical_speaker, q.speaker_type, q.quote_type,
  case when a.published like '____-__%' and position('X' in substring(a.published from 1 for 7)) = 0
    then substring(a.published from 1 for 7) end as published_month
from article a join quote q on q.article_id = a.article_id
where q.canonical_speaker <> '' and q.speaker_type <> 'UNNAMED'
  and (q.speaker_type <> 'PERSON' or (
    q.canonical_speaker not like '_'
    and (q.canonical_speaker not like '%.' or q.canonical_speaker like '% Jr.' or q.canonical_speaker like '% Sr.')
    and q.canonical_speaker not like '%._' and q.canonical_speaker not like '%. _'));

-- How often each speaker is quoted, and how.
drop view speakers;
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
where s.section <> 'boilerplate' and e.canonical <> '' and (e.entity_type <> 'PERSON' or (
    e.canonical not like '_'
    and (e.canonical not like '%.' or e.canonical like '% Jr.' or e.canonical like '% Sr.')
    and e.canonical not like '%._' and e.canonical not like '%. _'));
