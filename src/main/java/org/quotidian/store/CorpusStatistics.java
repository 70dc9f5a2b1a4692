package org.quotidian.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Counts of what is stored of a corpus. */
public final class CorpusStatistics {

  private final JdbcClient jdbc;
  private final String corpus;

  public CorpusStatistics(JdbcClient jdbc, String corpus) {
    this.jdbc = jdbc;
    this.corpus = corpus;
  }

  /**
   * A named source and its quotes by type.
   *
   * @param type PERSON, ORGANIZATION or LOCATION
   * @param articles number of articles with its quotes
   */
  public record Source(
      String name, String type, int direct, int mixed, int indirect, int articles) {

    /** The number of quotes of all types. */
    public int quotes() {
      return direct + mixed + indirect;
    }
  }

  /**
   * A name and its number of mentions in the corpus.
   *
   * @param articles number of articles that contain it
   */
  public record Name(String name, int mentions, int articles) {}

  /** How many articles failed in one stage with one kind of error. */
  public record Failures(String stage, String error, int articles) {}

  /**
   * The named sources who are quoted most. People named only by initials are not included, because
   * they may be different in each article.
   *
   * @param types of the sources: PERSON, ORGANIZATION, LOCATION
   */
  public List<Source> mostQuoted(List<String> types, int most) {
    return jdbc.sql(
            """
            select canonical_speaker as name, speaker_type as type,
              sum(case when quote_type = 'direct' then 1 else 0 end) as direct,
              sum(case when quote_type = 'mixed' then 1 else 0 end) as mixed,
              sum(case when quote_type = 'indirect' then 1 else 0 end) as indirect,
              count(distinct a.article_id) as articles
            from article a join quote q on q.article_id = a.article_id
            where a.corpus = :corpus and not a.skipped and speaker_type in (:types) and\s"""
                + isName("canonical_speaker", "speaker_type")
                + """
            group by canonical_speaker, speaker_type
            order by count(*) desc, count(distinct a.article_id) desc, canonical_speaker, speaker_type
            """
                + first(most))
        .param("corpus", corpus)
        .param("types", types)
        .query(Source.class)
        .list();
  }

  /**
   * The names in the most articles, with the same exception.
   *
   * @param type PERSON, LOCATION or ORGANIZATION
   */
  public List<Name> mostNamed(String type, int most) {
    return jdbc.sql(
            """
            select canonical as name, count(*) as mentions, count(distinct a.article_id) as articles
            from article a
              join entity e on e.article_id = a.article_id
              join sentence s on s.article_id = e.article_id and s.sentence = e.sentence
            where a.corpus = :corpus and not a.skipped and s.section <> 'boilerplate'
              and entity_type = :type and\s"""
                + isName("canonical", "entity_type")
                + """
            group by canonical
            order by count(distinct a.article_id) desc, count(*) desc, canonical
            """
                + first(most))
        .param("corpus", corpus)
        .param("type", type)
        .query(Name.class)
        .list();
  }

  /**
   * The condition for a name in the views {@code named_speakers} and {@code named_mentions}. The
   * views are not used here, because HSQLDB computes a whole view, for all corpora, before it
   * selects from it.
   */
  private static String isName(String name, String type) {
    return """
    %1$s <> '' and (%2$s <> 'PERSON' or (%1$s not like '_'
      and (%1$s not like '%%.' or %1$s like '%% Jr.' or %1$s like '%% Sr.')
      and %1$s not like '%%._' and %1$s not like '%%. _'))
    """
        .formatted(name, type);
  }

  /** Quotes by tenths of confidence: 0 for 0 to below 0.1, 9 for 0.9 to 1. */
  public Map<Integer, Integer> confidenceTenths() {
    Map<Integer, Integer> counts = new TreeMap<>();
    jdbc.sql(
            """
            select q.confidence, count(*) as quotes
            from article a join quote q on q.article_id = a.article_id
            where a.corpus = :corpus and not a.skipped
            group by q.confidence
            """)
        .param("corpus", corpus)
        .query(
            row -> {
              int tenth = (int) Math.min(9, Math.floor(row.getDouble("confidence") * 10 + 1e-9));
              counts.merge(tenth, row.getInt("quotes"), Integer::sum);
            });
    return counts;
  }

  /** Articles by language, the most frequent first. */
  public Map<String, Integer> languages() {
    return counts(
        """
        select lang, count(*) from article where corpus = :corpus
        group by lang order by count(*) desc, lang
        """);
  }

  /** Quotes by type, the most frequent first. */
  public Map<String, Integer> quoteTypes() {
    return counts(
        """
        select q.quote_type, count(*)
        from article a join quote q on q.article_id = a.article_id
        where a.corpus = :corpus and not a.skipped
        group by q.quote_type order by count(*) desc, q.quote_type
        """);
  }

  /** Rows of each table: articles, sentences, entities, quotes, failures. */
  public Map<String, Integer> rows() {
    return jdbc.sql(
            """
            select count(*) as articles,
              coalesce(sum(case when skipped then 0 else sentences end), 0) as sentences,
              coalesce(sum(case when skipped then 0 else entities end), 0) as entities,
              coalesce(sum(case when skipped then 0 else quotes end), 0) as quotes,
              (select count(*) from ledger where corpus = :corpus and status = 'FAILED') as failures
            from article where corpus = :corpus
            """)
        .param("corpus", corpus)
        .query(
            (row, number) -> {
              Map<String, Integer> rows = new LinkedHashMap<>();
              for (String table :
                  List.of("articles", "sentences", "entities", "quotes", "failures")) {
                rows.put(table, row.getInt(table));
              }
              return rows;
            })
        .single();
  }

  /** How many articles have the same or nearly the same text as an earlier one. */
  public int duplicates() {
    return jdbc.sql("select count(*) from article where corpus = ? and duplicate_of is not null")
        .param(corpus)
        .query(Integer.class)
        .single();
  }

  /** How many articles have notes. */
  public int notes() {
    return jdbc.sql("select count(*) from article where corpus = ? and notes <> ''")
        .param(corpus)
        .query(Integer.class)
        .single();
  }

  /** Failed articles by stage and kind of error, the most frequent first. */
  public List<Failures> failures() {
    return jdbc.sql(
            """
            select stage, error, count(*) as articles from ledger
            where corpus = :corpus and status = 'FAILED'
            group by stage, error order by count(*) desc, stage, error
            """)
        .param("corpus", corpus)
        .query(Failures.class)
        .list();
  }

  private static String first(int most) {
    return " fetch first " + most + " rows only";
  }

  private Map<String, Integer> counts(String sql) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    jdbc.sql(sql)
        .param("corpus", corpus)
        .query(
            row -> {
              counts.put(row.getString(1), row.getInt(2));
            });
    return counts;
  }
}
