package org.quotidian.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quotidian.export.WholeFile;
import org.quotidian.model.QuoteRow;
import org.quotidian.model.StoredArticle;

/**
 * Writes {@code report.html}: one file that opens in a browser without a network. If there are only
 * a few articles, their pages are inside it; otherwise they are in the folder {@code articles}
 * beside it. Rows are written as they arrive, so memory does not grow with the corpus.
 */
public final class HtmlReport {

  /** Its name in the output folder. */
  public static final String FILE_NAME = "report.html";

  /** The folder beside it that holds the pages of articles. */
  public static final String PAGES = "articles";

  private static final int MOST_INSIDE = 40; // articles; with more, the report would open slowly
  private static final int MOST_CHARACTERS_INSIDE = 400_000;
  private static final String PAGE_NAME = "[0-9a-f]{16}\\.html";

  private final Path folder;
  private final Settings settings;

  /**
   * @param articles how many articles get a page
   * @param quotes how many quotes the table holds
   * @param language of the report; null chooses that of most articles, which the reader's browser
   *     may change
   */
  public record Settings(int articles, int quotes, @Nullable ReportLanguage language) {}

  /** Passes the first rows, in order, to a consumer. */
  @FunctionalInterface
  public interface FirstRows<T> {
    void forEach(int most, Consumer<T> each);
  }

  public HtmlReport(Path folder, Settings settings) {
    this.folder = folder;
    this.settings = settings;
  }

  /**
   * Writes the pages, then the report, each completely or not at all. Removes pages of articles
   * that no longer have one.
   *
   * @throws UncheckedIOException if a file cannot be written, naming it; the old one stays
   */
  public void write(
      Overview overview, FirstRows<QuoteRow> quotes, FirstRows<StoredArticle> articles) {
    Templates templates = new Templates(overview, settings);
    boolean inside = isInside(overview);
    Set<String> pages = new HashSet<>();
    if (!inside) {
      articles.forEach(
          settings.articles(),
          stored -> {
            writePage(templates, stored);
            pages.add(stored.article().articleId());
          });
    }
    Path file = folder.resolve(FILE_NAME);
    try (WholeFile report = new WholeFile(file)) {
      templates.report(
          report.writer(),
          inside,
          pages,
          each -> quotes.forEach(settings.quotes(), each),
          each -> articles.forEach(inside ? MOST_INSIDE : 0, each));
      report.publish();
    } catch (IOException e) {
      throw WholeFile.cannotWrite(file, e);
    }
    removeOldPages(pages);
  }

  private boolean isInside(Overview overview) {
    int articles = overview.count("articles");
    return articles <= Math.min(MOST_INSIDE, settings.articles())
        && overview.characters() <= MOST_CHARACTERS_INSIDE;
  }

  /** Writes a page only if it has changed. Most have not changed since the last run. */
  private void writePage(Templates templates, StoredArticle stored) {
    Path file = folder.resolve(PAGES).resolve(stored.article().articleId() + ".html");
    String page = templates.page(stored);
    try {
      if (!Files.exists(file) || !Files.readString(file).equals(page)) {
        Files.createDirectories(file.getParent());
        WholeFile.writeUnforced(file, page);
      }
    } catch (IOException e) {
      throw WholeFile.cannotWrite(file, e);
    }
  }

  private void removeOldPages(Set<String> pages) {
    Path articles = folder.resolve(PAGES);
    if (!Files.isDirectory(articles)) {
      return;
    }
    try (Stream<Path> files = Files.list(articles)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        String name = file.getFileName().toString();
        if (name.matches(PAGE_NAME) && !pages.contains(name.substring(0, 16))) {
          Files.delete(file);
        }
      }
      if (pages.isEmpty()) {
        Files.deleteIfExists(articles);
      }
    } catch (DirectoryNotEmptyException e) {
      // The user keeps other files in this folder.
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot remove old pages in " + articles + ": " + e.getMessage(), e);
    }
  }
}
