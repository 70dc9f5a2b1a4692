package org.quotidian.store;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
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

  private static final int ARTICLES_A_PAGE = 100;

  /** Of the texts of a page, which ends earlier rather: its rows are held in memory. */
  private static final int CHARACTERS_A_PAGE = 1_000_000;

  private static final String BEFORE_ALL = "";

  private static final String ARTICLES =
      """
      select article_id, source, title, published, skipped, characters from article
      where corpus = ? and article_id > ? order by corpus, article_id fetch first\s""";

  private static final String FAILED =
      """
      select article_id, source, '', '', false, 0 from ledger
      where corpus = ? and article_id > ? and status = 'FAILED'
      order by corpus, article_id fetch first\s""";

  private static final String ARTICLE =
      """
      select article_id, source, record, title, author, published, lang, characters,
        case when skipped then 0 else sentences end as sentences,
        case when skipped then 0 else entities end as entities,
        case when skipped then 0 else quotes end as quotes, sha256, duplicate_of, run_id, extracted_at
      from article where article_id in (:ids)
      order by article_id
      """;

  private static final String TEXT =
      """
      select article_id, content from article where article_id in (:ids)
      order by article_id
      """;

  private static final String SENTENCE =
      """
      select article_id, sentence, paragraph, section, start_offset, end_offset, content
      from sentence where article_id in (:ids)
      order by article_id, sentence
      """;

  private static final String ENTITY =
      """
      select article_id, sentence, entity, entity_type, start_offset, end_offset, content,
        canonical, normalized
      from entity where article_id in (:ids)
      order by article_id, entity
      """;

  private static final String MENTION =
      """
      select e.article_id, e.sentence, e.entity, e.entity_type, e.start_offset, e.end_offset,
        e.content, e.canonical, e.normalized
      from entity e join sentence s on s.article_id = e.article_id and s.sentence = e.sentence
      where e.article_id in (:ids) and s.section <> 'boilerplate'
      order by e.article_id, e.entity
      """;

  private static final String QUOTE =
      """
      select article_id, quote, quote_type, sentence, start_offset, end_offset, content, verbatim,
        speaker, speaker_start, speaker_end, canonical_speaker, speaker_type, cue, cue_start,
        cue_end, via, confidence
      from quote where article_id in (:ids)
      order by article_id, quote
      """;

  private static final String FAILURE =
      """
      select article_id, source, record, stage, error, message, failed_at from ledger
      where article_id in (:ids) and status = 'FAILED'
      order by article_id
      """;

  private final JdbcClient jdbc;
  private final String corpus;

  public CorpusRows(JdbcClient jdbc, String corpus) {
    this.jdbc = jdbc;
    this.corpus = corpus;
  }

  public void articles(Consumer<ArticleRow> each) {
    each(ARTICLES, page -> rows(ARTICLE, page, CorpusRows::article, each));
  }

  public void sentences(Consumer<SentenceRow> each) {
    each(ARTICLES, page -> annotations(SENTENCE, page, CorpusRows::sentence, each));
  }

  public void entities(Consumer<EntityRow> each) {
    each(ARTICLES, page -> annotations(ENTITY, page, CorpusRows::entity, each));
  }

  /**
   * The entities, but those of by-lines, credits and whatever else is not the article's own text.
   */
  public void mentions(Consumer<EntityRow> each) {
    each(ARTICLES, page -> annotations(MENTION, page, CorpusRows::entity, each));
  }

  public void quotes(Consumer<QuoteRow> each) {
    each(ARTICLES, page -> annotations(QUOTE, page, CorpusRows::quote, each));
  }

  /** The quotes of the first articles: as many as hold {@code most} quotes, cut there. */
  public void firstQuotes(int most, Consumer<QuoteRow> each) {
    first(most, ARTICLES, page -> annotations(QUOTE, page, CorpusRows::quote), each);
  }

  public void failures(Consumer<FailureRow> each) {
    each(FAILED, page -> rows(FAILURE, page, CorpusRows::failure, each));
  }

  public void firstFailures(int most, Consumer<FailureRow> each) {
    first(most, FAILED, page -> rows(FAILURE, page, CorpusRows::failure), each);
  }

  /** The articles with their texts and everything found in them. */
  public void stored(Consumer<StoredArticle> each) {
    each(ARTICLES, page -> stored(page).forEach(each));
  }

  /** As {@link #stored}, but only the first. */
  public void firstStored(int most, Consumer<StoredArticle> each) {
    first(most, ARTICLES, this::stored, each);
  }

  private List<StoredArticle> stored(Page page) {
    Map<String, String> texts =
        rows(TEXT, page, (row, article) -> Map.entry(article.articleId(), row.getString("content")))
            .stream()
            .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    var sentences =
        annotations(SENTENCE, page, CorpusRows::sentence).stream()
            .collect(groupingBy(SentenceRow::articleId));
    var entities =
        annotations(ENTITY, page, CorpusRows::entity).stream()
            .collect(groupingBy(EntityRow::articleId));
    var quotes =
        annotations(QUOTE, page, CorpusRows::quote).stream()
            .collect(groupingBy(QuoteRow::articleId));
    return rows(ARTICLE, page, CorpusRows::article).stream()
        .map(
            row ->
                new StoredArticle(
                    row,
                    texts.getOrDefault(row.articleId(), ""),
                    sentences.getOrDefault(row.articleId(), List.of()),
                    entities.getOrDefault(row.articleId(), List.of()),
                    quotes.getOrDefault(row.articleId(), List.of())))
        .toList();
  }

  private static ArticleRow article(ResultSet row, PageArticle article) throws SQLException {
    return new ArticleRow(
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
        instant(row, "extracted_at"));
  }

  private static SentenceRow sentence(ResultSet row, PageArticle article) throws SQLException {
    return new SentenceRow(
        article.articleId(),
        article.source(),
        row.getInt("sentence"),
        row.getInt("paragraph"),
        row.getString("section"),
        row.getInt("start_offset"),
        row.getInt("end_offset"),
        row.getString("content"));
  }

  private static EntityRow entity(ResultSet row, PageArticle article) throws SQLException {
    return new EntityRow(
        article.articleId(),
        article.source(),
        row.getInt("sentence"),
        row.getInt("entity"),
        row.getString("entity_type"),
        row.getInt("start_offset"),
        row.getInt("end_offset"),
        row.getString("content"),
        row.getString("canonical"),
        row.getString("normalized"));
  }

  private static QuoteRow quote(ResultSet row, PageArticle article) throws SQLException {
    return new QuoteRow(
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
        row.getDouble("confidence"));
  }

  private static FailureRow failure(ResultSet row, PageArticle article) throws SQLException {
    return new FailureRow(
        article.source(),
        row.getString("record"),
        row.getString("stage"),
        row.getString("error"),
        row.getString("message"),
        instant(row, "failed_at"));
  }

  /**
   * What rows of every table show of their article.
   *
   * @param skipped a duplicate that the job wants left out: it gives no row but its own
   */
  private record PageArticle(
      String articleId, String source, String title, String published, boolean skipped) {}

  /** Makes a row of a line of the result and its article. */
  @FunctionalInterface
  private interface Mapper<T> {
    T map(ResultSet row, PageArticle article) throws SQLException;
  }

  /** Some articles by their ids; never empty but behind the last. */
  private record Page(NavigableMap<String, PageArticle> articles) {

    String last() {
      return articles.lastKey();
    }

    List<String> ids(Predicate<PageArticle> wanted) {
      return articles.values().stream().filter(wanted).map(PageArticle::articleId).toList();
    }
  }

  private void each(String articles, Consumer<Page> each) {
    Page page = page(articles, BEFORE_ALL);
    while (!page.articles().isEmpty()) {
      each.accept(page);
      page = page(articles, page.last());
    }
  }

  /** Reads no more pages than hold {@code most} rows. */
  private <T> void first(
      int most, String articles, Function<Page, List<T>> rows, Consumer<T> each) {
    int left = most;
    Page page = page(articles, BEFORE_ALL);
    while (left > 0 && !page.articles().isEmpty()) {
      List<T> found = rows.apply(page);
      found.stream().limit(left).forEach(each);
      left -= found.size();
      page = page(articles, page.last());
    }
  }

  /**
   * The rows of a page: those of its articles by their primary key, because what lies between the
   * keys is other corpora's. Pages are ordered by all columns of an index, without which HSQLDB
   * would sort the whole corpus for each.
   */
  private <T> List<T> rows(String sql, Page page, Mapper<T> mapper) {
    List<T> rows = new ArrayList<>();
    rows(sql, page, mapper, rows::add);
    return rows;
  }

  private <T> void rows(String sql, Page page, Mapper<T> mapper, Consumer<T> each) {
    rows(sql, page, article -> true, mapper, each);
  }

  /** The same, without those of articles that are skipped. */
  private <T> List<T> annotations(String sql, Page page, Mapper<T> mapper) {
    List<T> rows = new ArrayList<>();
    annotations(sql, page, mapper, rows::add);
    return rows;
  }

  private <T> void annotations(String sql, Page page, Mapper<T> mapper, Consumer<T> each) {
    rows(sql, page, article -> !article.skipped(), mapper, each);
  }

  private <T> void rows(
      String sql, Page page, Predicate<PageArticle> wanted, Mapper<T> mapper, Consumer<T> each) {
    List<String> ids = page.ids(wanted);
    if (ids.isEmpty()) {
      return;
    }
    jdbc.sql(sql)
        .param("ids", ids)
        .query(
            row -> {
              PageArticle article = page.articles().get(row.getString("article_id"));
              each.accept(mapper.map(row, Objects.requireNonNull(article)));
            });
  }

  private Page page(String sql, String after) {
    NavigableMap<String, PageArticle> articles = new TreeMap<>();
    long[] characters = {0};
    jdbc.sql(sql + ARTICLES_A_PAGE + " rows only")
        .params(corpus, after)
        .query(
            row -> {
              characters[0] += row.getInt(6);
              if (articles.isEmpty() || characters[0] <= CHARACTERS_A_PAGE) {
                articles.put(
                    row.getString(1),
                    new PageArticle(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getBoolean(5)));
              }
            });
    return new Page(articles);
  }

  private static String orEmpty(@Nullable String value) {
    return value == null ? "" : value;
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getTimestamp(column).toInstant();
  }
}
