package org.quotidian.store;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.quotidian.model.ArticleRow;
import org.quotidian.model.EntityRow;
import org.quotidian.model.FailureRow;
import org.quotidian.model.QuoteRow;
import org.quotidian.model.SentenceRow;
import org.quotidian.model.StoredArticle;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads everything stored of a corpus, ordered by article id, then position. It reads pages of
 * articles, so that memory does not grow with the corpus.
 */
public final class CorpusRows {

  private static final int ARTICLES_A_PAGE = 100;

  /** Limits the texts of a page, whose rows are held in memory. */
  private static final int CHARACTERS_A_PAGE = 1_000_000;

  private static final String BEFORE_ALL = "";
  private static final long ALL = Long.MAX_VALUE;

  private static final String ARTICLES =
      """
      select article_id, source, title, published, skipped, characters from article
      where corpus = ? and article_id > ? order by corpus, article_id
      """;

  private static final String FAILED =
      """
      select article_id, source, '', '', false, 0 from ledger
      where corpus = ? and article_id > ? and status = 'FAILED' order by corpus, article_id
      """;

  private static final String ARTICLE =
      """
      select article_id, source, record, title, author, published, lang, characters,
        case when skipped then 0 else sentences end as sentences,
        case when skipped then 0 else entities end as entities,
        case when skipped then 0 else quotes end as quotes, sha256,
        coalesce(duplicate_of, '') as duplicate_of, run_id, extracted_at, notes
      from article where article_id in (:ids)
      order by article_id
      """;

  private static final String ARTICLE_WITH_TEXT = ARTICLE.replace("select ", "select content, ");

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
    first(ALL, ARTICLES, page -> rows(ARTICLE, page, CorpusRows::article), each);
  }

  public void sentences(Consumer<SentenceRow> each) {
    first(ALL, ARTICLES, page -> rows(SENTENCE, page.notSkipped(), CorpusRows::sentence), each);
  }

  public void entities(Consumer<EntityRow> each) {
    first(ALL, ARTICLES, page -> rows(ENTITY, page.notSkipped(), CorpusRows::entity), each);
  }

  /**
   * The entities, without those in by-lines, credits and other text that is not the article's own.
   */
  public void mentions(Consumer<EntityRow> each) {
    first(ALL, ARTICLES, page -> rows(MENTION, page.notSkipped(), CorpusRows::entity), each);
  }

  public void quotes(Consumer<QuoteRow> each) {
    firstQuotes(ALL, each);
  }

  /** The quotes of the first articles, up to {@code most} quotes. */
  public void firstQuotes(long most, Consumer<QuoteRow> each) {
    first(most, ARTICLES, page -> rows(QUOTE, page.notSkipped(), CorpusRows::quote), each);
  }

  public void failures(Consumer<FailureRow> each) {
    firstFailures(ALL, each);
  }

  public void firstFailures(long most, Consumer<FailureRow> each) {
    first(most, FAILED, page -> rows(FAILURE, page, CorpusRows::failure), each);
  }

  /** The articles with their texts and everything found in them. */
  public void stored(Consumer<StoredArticle> each) {
    firstStored(ALL, each);
  }

  /** Like {@link #stored}, but only the first articles. */
  public void firstStored(long most, Consumer<StoredArticle> each) {
    first(most, ARTICLES, this::stored, each);
  }

  private List<StoredArticle> stored(Page page) {
    Page notSkipped = page.notSkipped();
    var sentences =
        rows(SENTENCE, notSkipped, CorpusRows::sentence).stream()
            .collect(groupingBy(SentenceRow::articleId));
    var entities =
        rows(ENTITY, notSkipped, CorpusRows::entity).stream()
            .collect(groupingBy(EntityRow::articleId));
    var quotes =
        rows(QUOTE, notSkipped, CorpusRows::quote).stream()
            .collect(groupingBy(QuoteRow::articleId));
    return rows(
        ARTICLE_WITH_TEXT,
        page,
        (row, article) ->
            new StoredArticle(
                article(row, article),
                row.getString("content"),
                sentences.getOrDefault(article.articleId(), List.of()),
                entities.getOrDefault(article.articleId(), List.of()),
                quotes.getOrDefault(article.articleId(), List.of())));
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
        row.getString("duplicate_of"),
        row.getInt("run_id"),
        instant(row, "extracted_at"),
        row.getString("notes"));
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
   * The fields of an article that rows of other tables repeat.
   *
   * @param skipped whether it is a duplicate that the job wants excluded: then it gives no row but
   *     its own
   */
  private record PageArticle(
      String articleId, String source, String title, String published, boolean skipped) {}

  /** Makes a row from a line of the result and its article. */
  @FunctionalInterface
  private interface Mapper<T> {
    T map(ResultSet row, PageArticle article) throws SQLException;
  }

  /** Some articles by their ids. A page that was read is empty only after the last article. */
  private record Page(NavigableMap<String, PageArticle> articles) {

    Page notSkipped() {
      NavigableMap<String, PageArticle> left = new TreeMap<>(articles);
      left.values().removeIf(PageArticle::skipped);
      return new Page(left);
    }
  }

  /** Reads only as many pages as are needed for {@code most} rows. */
  private <T> void first(
      long most, String articles, Function<Page, List<T>> rows, Consumer<T> each) {
    long left = most;
    Page page = page(articles, BEFORE_ALL);
    while (left > 0 && !page.articles().isEmpty()) {
      List<T> found = rows.apply(page);
      found.stream().limit(left).forEach(each);
      left -= found.size();
      page = page(articles, page.articles().lastKey());
    }
  }

  /**
   * The rows of a page. They are selected by the primary keys of its articles, because rows between
   * these keys belong to other corpora. Pages are ordered by all columns of an index, because
   * HSQLDB would otherwise sort the whole corpus for each page.
   */
  private <T> List<T> rows(String sql, Page page, Mapper<T> mapper) {
    return page.articles().isEmpty()
        ? List.of()
        : jdbc.sql(sql)
            .param("ids", page.articles().keySet())
            .query(
                (row, number) ->
                    mapper.map(
                        row, requireNonNull(page.articles().get(row.getString("article_id")))))
            .list();
  }

  private Page page(String sql, String after) {
    NavigableMap<String, PageArticle> articles = new TreeMap<>();
    long[] characters = {0};
    jdbc.sql(sql + " fetch first " + ARTICLES_A_PAGE + " rows only")
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

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getTimestamp(column).toInstant();
  }
}
