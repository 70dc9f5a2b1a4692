package org.quotidian.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Files into which the news archives Nexis, Factiva and Europresse write many articles: plain text,
 * Word, RTF or a web page. Articles are told by the lines that the archive prints between them.
 * Their key is the archive's number, or their number in the file.
 */
final class NewsExport implements RecordFile {

  /** The archives; each prints the lines of an article in an order of its own. */
  enum Archive {
    NEXIS,
    FACTIVA,
    EUROPRESSE;

    private final Pattern end = ExportWords.line(name().toLowerCase(Locale.ROOT) + " ends");
  }

  private static final Pattern BEGINS = ExportWords.line("nexis begins");
  private static final Pattern APPENDIX = ExportWords.line("appendix");

  /** In plain text: a line that is one of the separators. */
  private static final Pattern SEPARATOR =
      Pattern.compile(
          "(?m)^[ \\t\\xA0]*+"
              + ExportWords.line("nexis begins", "nexis ends", "factiva ends", "europresse ends")
              + "[ \\t\\xA0]*\\r?$");

  /** In pages, which have separators between tags, and classes. */
  private static final Pattern PAGE =
      Pattern.compile(
          "class=\"(?:article [a-z]{2}Article\\b|DocPublicationName\")|>\\s*+"
              + BEGINS.pattern()
              + "\\s*<");

  /** What texts and documents with separators contain, among others; looking for it is quick. */
  private static final List<String> HINTS = ExportWords.entries("hints");

  private static final List<String> PAGE_HINTS = ExportWords.entries("page hints");

  /** Words behind the last article that are reported if nothing tells what they are. */
  private static final int MOST_REST = 100;

  private final Limits limits;
  private final TextDecoder decoder;
  private final ExportDocument document;

  NewsExport(ReadingSettings settings) {
    this.limits = settings.limits();
    this.decoder = settings.decoder();
    this.document = new ExportDocument(limits);
  }

  /** The reader of such a file; null if it is another. */
  @Nullable RecordFile of(Part part, byte[] start) throws IOException, SourceException {
    if (ExportDocument.isWord(start)) {
      return part.answer(in -> isExport(document.text(in.readNBytes(limits.mostBytes()))))
          ? this
          : null;
    }
    if (ExportDocument.isRtf(start)) {
      return ofRtf(part.look(limits.mostBytes()));
    }
    String text = new String(start, StandardCharsets.UTF_8);
    boolean isExport =
        isPage(text)
            ? PAGE_HINTS.stream().anyMatch(text::contains) && PAGE.matcher(text).find()
            : isExport(text);
    return isExport ? this : null;
  }

  /**
   * The reader of an RTF file, with its lines: only Tika can tell, and should read it only once.
   */
  private @Nullable RecordFile ofRtf(byte[] rtf) {
    if (!isHinted(new String(rtf, StandardCharsets.UTF_8))) {
      return null;
    }
    try {
      List<String> lines = document.lines(rtf);
      return SEPARATOR.matcher(String.join("\n", lines)).find() ? new Read(lines) : null;
    } catch (SourceException e) {
      return null; // reported when it is read as one article
    }
  }

  private static boolean isExport(String text) {
    return isHinted(text) && SEPARATOR.matcher(text).find();
  }

  private static boolean isHinted(String text) {
    return HINTS.stream().anyMatch(text::contains);
  }

  private static boolean isPage(String text) {
    int first = 0;
    while (first < text.length() && (text.charAt(first) <= ' ' || text.charAt(first) == '\uFEFF')) {
      first++;
    }
    return text.startsWith("<", first);
  }

  @Override
  public Format format(InputStream in) {
    throw new IllegalStateException("its records have no place in the file");
  }

  @Override
  public Records records(Part part) throws IOException, SourceException {
    byte[] bytes = limits.read(part.in());
    List<RawRecord> records = new ArrayList<>();
    if (!ExportDocument.isWord(bytes) && !ExportDocument.isRtf(bytes)) {
      String text = decoder.decode(bytes, HtmlPage.declaredCharset(bytes)).text();
      Document page = isPage(text) ? Jsoup.parse(text) : null;
      List<Element> articles = page == null ? List.of() : EuropressePage.articles(page);
      for (Element article : articles) {
        String key = part.keys().key(EuropressePage.number(article), records.size() + 1);
        records.add(
            RawRecord.readable(
                key, -1, utf8(article.outerHtml()), html -> EuropressePage.read(html)));
      }
      if (articles.isEmpty()) {
        split(page == null ? lines(text) : lines(page), part, records);
      }
    } else {
      split(document.lines(bytes), part, records);
    }
    return new Found(records.iterator(), part);
  }

  /** Cuts the lines into articles. What stands before the first beginning is a list of contents. */
  private void split(List<String> lines, Part part, List<RawRecord> records) {
    boolean hasBeginnings = lines.stream().anyMatch(line -> BEGINS.matcher(line).matches());
    boolean isCover = hasBeginnings;
    List<String> article = new ArrayList<>();
    for (String line : lines) {
      Archive ended =
          !hasBeginnings ? end(line) : BEGINS.matcher(line).matches() ? Archive.NEXIS : null;
      if (ended == null) {
        article.add(line);
        continue;
      }
      if (!isCover) {
        add(ended, line, article, part, records);
      }
      isCover = false;
      article = new ArrayList<>();
    }
    if (hasBeginnings) {
      add(Archive.NEXIS, "", article, part, records);
    } else {
      addRest(article, part, records);
    }
  }

  private static @Nullable Archive end(String line) {
    for (Archive archive : Archive.values()) {
      if (archive.end.matcher(line).matches()) {
        return archive;
      }
    }
    return null;
  }

  private void add(
      Archive archive, String end, List<String> lines, Part part, List<RawRecord> records) {
    Matcher matcher = archive.end.matcher(end);
    String number = matcher.matches() && matcher.groupCount() > 0 ? matcher.group(1) : "";
    byte[] bytes = utf8(String.join("\n", lines));
    String key = part.keys().key(number, records.size() + 1);
    Format format =
        text ->
            ExportArticle.of(
                    archive, List.of(new String(text, StandardCharsets.UTF_8).split("\n", -1)))
                .articleText();
    records.add(
        bytes.length > limits.fileBytes()
            ? RawRecord.unreadable(key, -1, limits.tooLarge(bytes.length))
            : RawRecord.readable(key, -1, bytes, format));
  }

  /** Reports what stands behind the last article, unless it is known. */
  private static void addRest(List<String> rest, Part part, List<RawRecord> records) {
    String words = String.join(" ", rest).strip();
    boolean isKnown = rest.stream().anyMatch(line -> APPENDIX.matcher(line).matches());
    int count = words.split("\\s+").length;
    if (!isKnown && count > MOST_REST) {
      records.add(
          RawRecord.unreadable(
              part.keys().key("", records.size() + 1),
              -1,
              "no line ends the last article, so that it may be cut off; words: " + count));
    }
  }

  private static List<String> lines(Document page) {
    List<String> lines = new ArrayList<>();
    for (HtmlParagraphs.HtmlParagraph p : HtmlParagraphs.of(page.body())) {
      lines.add(p.text().replaceAll("\\s+", " "));
      lines.add("");
    }
    return lines;
  }

  static List<String> lines(String text) {
    return text.replace('\u00A0', ' ').lines().map(String::strip).toList();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** A document that was read to see what it is. */
  private final class Read implements RecordFile {

    private final List<String> lines;

    Read(List<String> lines) {
      this.lines = lines;
    }

    @Override
    public Format format(InputStream in) {
      return NewsExport.this.format(in);
    }

    @Override
    public Records records(Part part) throws IOException, SourceException {
      limits.read(part.in()); // which is nothing new, but it may be too large
      List<RawRecord> records = new ArrayList<>();
      split(lines, part, records);
      return new Found(records.iterator(), part);
    }
  }

  /** All records of a file, which are in memory together. */
  private static final class Found extends Records {

    private final Iterator<RawRecord> records;
    private final Part part;

    Found(Iterator<RawRecord> records, Part part) {
      this.records = records;
      this.part = part;
    }

    @Override
    @Nullable RawRecord read() {
      return records.hasNext() ? records.next() : null;
    }

    @Override
    public void close() throws IOException {
      part.in().close();
    }
  }
}
