package org.quotidian.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quotidian.model.ArticleRow;
import org.quotidian.model.EntityRow;
import org.quotidian.model.FailureRow;
import org.quotidian.model.QuoteRow;
import org.quotidian.model.SentenceRow;
import org.quotidian.model.StoredArticle;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads everything that is stored of a corpus, ordered by article id, then position. Works through
 * it in pages of articles, so that memory does not grow with the corpus.
 */
public final class CorpusRows {

  private static final int ARTICLES_A_PAGE = 100; // their rows fit into memory, see DatabaseAddress
  private static final String BEFORE_ALL = "";

  private static final String ARTICLES =
      """
      select article_id, source, title, published from article
      where corpus = ? and article_id > ? order by corpus, article_id fetch first\s""";

  private static final String FAILED =
      """
      select article_id, source, '', '' from ledger
      where corpus = ? and article_id > ? and status = 'FAILED'
      order by corpus, article_id fetch first\s""";

  private static final Query<ArticleRow> ARTICLES_OF_PAGE =
      new Query<>(
          """
        select article_id, source, record, title, author, published, lang, characters, sentences,
          entities, quotes, sha256, duplicate_of, run_id, extracted_at
        from article where article_id > :after and article_id <= :last
        order by article_id
        """,
          (row, article) ->
              new ArticleRow(
                  article.articleId(),
                  article.source(),
                  row.getString("record"),
                  article.title(),
                  row.getString("author"),
                  article.published(),
                  row.getString("lang"),
                  row.getInt("characters"),
                  row.getInt("sentences"),
                  row.getInt("entities"),
                  row.getInt("quotes"),
                  row.getString("sha256"),
                  orEmpty(row.getString("duplicate_of")),
                  row.getInt("run_id"),
                  instant(row, "extracted_at")));

  private static final Query<SentenceRow> SENTENCES_OF_PAGE =
      new Query<>(
          """
        select article_id, sentence, paragraph, section, start_offset, end_offset, content
        from sentence where article_id > :after and article_id <= :last
        order by article_id, sentence
        """,
          (row, article) ->
              new SentenceRow(
                  article.articleId(),
                  article.source(),
                  row.getInt("sentence"),
                  row.getInt("paragraph"),
                  row.getString("section"),
                  row.getInt("start_offset"),
                  row.getInt("end_offset"),
                  row.getString("content")));

  private static final Query<EntityRow> ENTITIES_OF_PAGE =
      new Query<>(
          """
        select article_id, sentence, entity, entity_type, start_offset, end_offset, content,
          canonical, normalized
        from entity where article_id > :after and article_id <= :last
        order by article_id, entity
        """,
          (row, article) ->
              new EntityRow(
                  article.articleId(),
                  article.source(),
                  row.getInt("sentence"),
                  row.getInt("entity"),
                  row.getString("entity_type"),
                  row.getInt("start_offset"),
                  row.getInt("end_offset"),
                  row.getString("content"),
                  row.getString("canonical"),
                  row.getString("normalized")));

  private static final Query<QuoteRow> QUOTES_OF_PAGE =
      new Query<>(
          """
        select article_id, quote, quote_type, sentence, start_offset, end_offset, content, verbatim,
          speaker, speaker_start, speaker_end, canonical_speaker, speaker_type, cue, cue_start,
          cue_end, via, confidence
        from quote where article_id > :after and article_id <= :last
        order by article_id, quote
        """,
          (row, article) ->
              new QuoteRow(
                  article.articleId(),
                  article.source(),
                  article.title(),
                  article.published(),
                  row.getInt("quote"),
                  row.getString("quote_type"),
                  row.getInt("sentence"),
                  row.getInt("start_offset"),
                  row.getInt("end_offset"),
                  row.getString("content"),
                  row.getString("verbatim"),
                  row.getString("speaker"),
                  row.getObject("speaker_start", Integer.class),
                  row.getObject("speaker_end", Integer.class),
                  row.getString("canonical_speaker"),
                  row.getString("speaker_type"),
                  row.getString("cue"),
                  row.getObject("cue_start", Integer.class),
                  row.getObject("cue_end", Integer.class),
                  row.getString("via"),
                  row.getDouble("confidence")));

  private static final Query<FailureRow> FAILURES_OF_PAGE =
      new Query<>(
          """
        select article_id, source, record, stage, error, message, failed_at from ledger
        where article_id > :after and article_id <= :last and status = 'FAILED'
        order by article_id
        """,
          (row, article) ->
              new FailureRow(
                  article.source(),
                  row.getString("record"),
                  row.getString("stage"),
                  row.getString("error"),
                  row.getString("message"),
                  instant(row, "failed_at")));

  private final JdbcClient jdbc;
  private final String corpus;

  public CorpusRows(JdbcClient jdbc, String corpus) {
    this.jdbc = jdbc;
    this.corpus = corpus;
  }

  public void articles(Consumer<ArticleRow> each) {
    page(ARTICLES, ARTICLES_OF_PAGE, each);
  }

  public void sentences(Consumer<SentenceRow> each) {
    page(ARTICLES, SENTENCES_OF_PAGE, each);
  }

  public void entities(Consumer<EntityRow> each) {
    page(ARTICLES, ENTITIES_OF_PAGE, each);
  }

  public void quotes(Consumer<QuoteRow> each) {
    page(ARTICLES, QUOTES_OF_PAGE, each);
  }

  public void failures(Consumer<FailureRow> each) {
    page(FAILED, FAILURES_OF_PAGE, each);
  }

  /** Articles with their text and all their rows. */
  public void storedArticles(Consumer<StoredArticle> each) {
    forEachPage(
        ARTICLES,
        page -> {
          Map<String, String> texts = texts(page);
          Map<String, List<SentenceRow>> sentences =
              byArticle(rows(page, SENTENCES_OF_PAGE), SentenceRow::articleId);
          Map<String, List<EntityRow>> entities =
              byArticle(rows(page, ENTITIES_OF_PAGE), EntityRow::articleId);
          Map<String, List<QuoteRow>> quotes =
              byArticle(rows(page, QUOTES_OF_PAGE), QuoteRow::articleId);
          for (ArticleRow article : rows(page, ARTICLES_OF_PAGE)) {
            String id = article.articleId();
            each.accept(
                new StoredArticle(
                    article,
                    texts.getOrDefault(id, ""),
                    sentences.getOrDefault(id, List.of()),
                    entities.getOrDefault(id, List.of()),
                    quotes.getOrDefault(id, List.of())));
          }
        });
  }

  private Map<String, String> texts(Page page) {
    Map<String, String> texts = new HashMap<>();
    jdbc.sql(
            """
            select article_id, content from article
            where article_id > :after and article_id <= :last order by article_id
            """)
        .param("after", page.after())
        .param("last", page.last())
        .query(
            row -> {
              texts.put(row.getString(1), row.getString(2));
            });
    return texts;
  }

  private static <T> Map<String, List<T>> byArticle(List<T> rows, Function<T, String> articleId) {
    return rows.stream().collect(Collectors.groupingBy(articleId));
  }

  /** What rows of every table show of their article. */
  private record PageArticle(String articleId, String source, String title, String published) {}

  /**
   * Some articles of the corpus, by id.
   *
   * @param after the last id of the page before
   */
  private record Page(String after, NavigableMap<String, PageArticle> articles) {
    String last() {
      return articles.lastKey();
    }
  }

  /** Makes a row of a line of the result and its article. */
  @FunctionalInterface
  private interface Mapper<T> {
    T map(ResultSet row, PageArticle article) throws SQLException;
  }

  /** How the rows of a page are read from one table. */
  private record Query<T>(String sql, Mapper<T> mapper) {}

  private <T> void page(String articles, Query<T> query, Consumer<T> each) {
    forEachPage(articles, page -> rows(page, query).forEach(each));
  }

  private void forEachPage(String articles, Consumer<Page> each) {
    Page page = new Page(BEFORE_ALL, articles(articles, BEFORE_ALL));
    while (!page.articles().isEmpty()) {
      each.accept(page);
      page = new Page(page.last(), articles(articles, page.last()));
    }
  }

  /**
   * The rows of a page in one table. There is no join: each query is a range of one primary key,
   * which no planner gets wrong, and a page is ordered by all columns of an index, without which
   * HSQLDB would sort the whole corpus for each. Rows of other corpora in the range are passed
   * over.
   */
  private <T> List<T> rows(Page page, Query<T> query) {
    return jdbc
        .sql(query.sql())
        .param("after", page.after())
        .param("last", page.last())
        .query(
            (row, number) -> {
              PageArticle article = page.articles().get(row.getString("article_id"));
              return Optional.ofNullable(article == null ? null : query.mapper().map(row, article));
            })
        .list()
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  private NavigableMap<String, PageArticle> articles(String sql, String after) {
    NavigableMap<String, PageArticle> page = new TreeMap<>();
    jdbc.sql(sql + ARTICLES_A_PAGE + " rows only")
        .params(corpus, after)
        .query(
            row -> {
              page.put(
                  row.getString(1),
                  new PageArticle(
                      row.getString(1), row.getString(2), row.getString(3), row.getString(4)));
            });
    return page;
  }

  private static String orEmpty(@Nullable String value) {
    return value == null ? "" : value;
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getTimestamp(column).toInstant();
  }
}
