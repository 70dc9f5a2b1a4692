package org.quotidian.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.quotidian.model.Article;
import org.quotidian.model.SourceItem;

/** The articles read from a folder, one line per item; and archives for tests. */
final class ArticleLines {

  private ArticleLines() {}

  /** The items of a folder, as a job finds them. */
  static List<SourceItem> find(Path folder, Limits limits) {
    return find(folder, limits, ".");
  }

  static List<SourceItem> find(Path folder, Limits limits, String... inputs) {
    return find(folder, ReadingSettings.of(limits), inputs);
  }

  private static List<SourceItem> find(Path folder, ReadingSettings settings, String... inputs) {
    List<SourceItem> items = new ArrayList<>();
    new SourceFinder(List.of(inputs), folder, settings).forEach(items::add);
    return items;
  }

  /**
   * {@code record|title|author|published|sections} of each article, {@code record|! reason} for a
   * failure.
   */
  static List<String> of(Path folder, Limits limits) throws IOException {
    return of(folder, ReadingSettings.of(limits));
  }

  /** Like {@link #of(Path, Limits)}. */
  static List<String> of(Path folder, ReadingSettings settings) throws IOException {
    ArticleReader reader = new ArticleReader(settings);
    List<String> lines = new ArrayList<>();
    try (RecordCursor cursor = new RecordCursor(settings)) {
      for (SourceItem item : find(folder, settings, ".")) {
        FetchedRecord fetched = RecordCursor.isFor(item) ? cursor.fetch(item) : null;
        try {
          lines.add(line(reader.read(item, fetched, "test")));
        } catch (SourceException e) {
          lines.add(item.record() + "|! " + e.getMessage());
        }
      }
    }
    return lines;
  }

  /**
   * {@code record|title|author|published} of each article, then each paragraph after its section.
   */
  static List<String> texts(Path folder, Limits limits) throws IOException {
    ArticleReader reader = new ArticleReader(limits);
    List<String> texts = new ArrayList<>();
    for (SourceItem item : find(folder, limits)) {
      try {
        Article a = reader.read(item, "test");
        texts.add(
            String.join("|", a.record(), a.title(), a.author(), a.published())
                + a.paragraphs().stream()
                    .map(p -> "\n" + p.section() + " " + a.text().substring(p.start(), p.end()))
                    .collect(Collectors.joining()));
      } catch (SourceException e) {
        texts.add(item.record() + "|! " + e.getMessage());
      }
    }
    return texts;
  }

  private static String line(Article a) {
    List<String> sections = a.paragraphs().stream().map(p -> p.section().name()).toList();
    return String.join(
        "|", a.record(), a.title(), a.author(), a.published(), String.join(",", sections));
  }

  /** The paragraphs of an article, each after its section. */
  static List<String> paragraphs(ArticleText article) {
    return article.paragraphs().stream()
        .map(p -> p.section() + " " + article.text().substring(p.start(), p.end()))
        .toList();
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }

  static byte[] zip(Object... namesAndContents) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (int i = 0; i < namesAndContents.length; i += 2) {
        zip.putNextEntry(new ZipEntry((String) namesAndContents[i]));
        zip.write(bytes(namesAndContents[i + 1]));
        zip.closeEntry();
      }
    }
    return out.toByteArray();
  }

  private static byte[] bytes(Object content) {
    return content instanceof byte[] bytes ? bytes : utf8((String) content);
  }

  /** Names that end in {@code ->} are links to the following path. */
  static byte[] tar(Object... namesAndContents) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out, "UTF-8")) {
      tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
      for (int i = 0; i < namesAndContents.length; i += 2) {
        String name = (String) namesAndContents[i];
        if (name.endsWith("->")) {
          TarArchiveEntry link =
              new TarArchiveEntry(name.substring(0, name.length() - 2), TarArchiveEntry.LF_SYMLINK);
          link.setLinkName((String) namesAndContents[i + 1]);
          tar.putArchiveEntry(link);
        } else {
          byte[] content = bytes(namesAndContents[i + 1]);
          TarArchiveEntry entry = new TarArchiveEntry(name, true);
          entry.setSize(content.length);
          tar.putArchiveEntry(entry);
          tar.write(content);
        }
        tar.closeArchiveEntry();
      }
    }
    return out.toByteArray();
  }
}
