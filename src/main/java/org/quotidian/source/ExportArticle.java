package org.quotidian.source;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.quotidian.language.PlainParagraphs;
import org.quotidian.model.Section;

/**
 * An article as a news archive prints it: header, text, and what the archive adds. The header has
 * labels only for some of its lines; the others are told by the line with the date or the number of
 * words.
 *
 * @param medium the newspaper or agency; empty when unknown, like the others
 * @param body its lines, blank ones between paragraphs
 */
record ExportArticle(
    String title, String medium, String published, String author, List<String> body) {

  private static final Pattern RIGHTS = ExportWords.line("rights");
  private static final Pattern TEXT_BEGINS = ExportWords.line("text begins");
  private static final Pattern TEXT_ENDS = ExportWords.line("text ends", "nexis ends");
  private static final Pattern LENGTH =
      Pattern.compile("[\\d.,' ]+ " + ExportWords.line("words").pattern());
  private static final Pattern TIME = Pattern.compile("\\d{1,2}:\\d{2}.{0,12}");
  private static final Pattern ISSUE = Pattern.compile(",? (?:no|n°|nr|num)\\. ?\\d+.*");
  private static final Pattern BY = Pattern.compile("(?iu:" + PagePhrases.anyOf("by") + ")\\s+");
  private static final Pattern NAMES =
      Pattern.compile("[^\\p{Ll}\\d.!?:]\\S*(?:\\s+[^\\p{Ll}\\d!?:]\\S*){1,4}");
  private static final Pattern CODE =
      Pattern.compile("(" + ExportWords.line("codes").pattern() + ")(?:\\s{2,}(.*)|\\s*$)");

  private static final int HEADER = 20; // most lines between title and text
  private static final int KICKER = 3; // words; a shorter line before another is no title

  /** Reads the lines of one article, without its separator. */
  static ExportArticle of(NewsExport.Archive archive, List<String> lines) {
    return switch (archive) {
      case NEXIS -> nexis(lines);
      case FACTIVA ->
          lines.stream().anyMatch(line -> line.matches("HD(?:\\s{2}.*|\\s*)"))
              ? coded(lines)
              : factiva(lines);
      case EUROPRESSE -> europresse(lines);
    };
  }

  /** Source, date, title and labels; or title, source, date, labels and the line Body. */
  private static ExportArticle nexis(List<String> lines) {
    int begin = first(lines, TEXT_BEGINS, 0);
    boolean isNew = begin >= 0;
    int end = isNew ? begin : endOfHeader(lines);
    Header header = new Header();
    for (String block : blocks(lines.subList(0, Math.max(0, end)))) {
      header.add(block, isNew);
    }
    List<String> body =
        lines.subList(Math.min(lines.size(), isNew ? begin + 1 : end), lines.size());
    int after = first(body, TEXT_ENDS, 0);
    body = withoutFooter(after < 0 ? body : body.subList(0, after));
    for (String line : lines) {
      ExportWords.Labelled label = ExportWords.Labelled.of(line);
      if (header.date.isEmpty() && label.section().equals("loaded")) {
        header.date = ExportWords.date(label.value());
      }
    }
    return header.article(isNew, body);
  }

  /** The header of a Nexis article while it is read. */
  private static final class Header {

    private final List<String> unlabelled = new ArrayList<>();
    private int beforeDate = -1; // how many of them
    private String date = "";
    private String author = "";
    private String title = "";

    void add(String block, boolean isNew) {
      ExportWords.Labelled label = ExportWords.Labelled.of(block);
      String dated = label.section().isEmpty() ? ExportWords.date(block) : "";
      if (label.section().equals("author")) {
        author = label.value();
      } else if (label.section().equals("title")) {
        title = label.value();
      } else if (!dated.isEmpty()
          && (isNew || date.isEmpty())
          && !RIGHTS.matcher(block).lookingAt()) {
        date = dated;
        beforeDate = unlabelled.size();
      } else if (label.section().isEmpty() && !RIGHTS.matcher(block).lookingAt()) {
        unlabelled.add(block);
      }
    }

    ExportArticle article(boolean isNew, List<String> body) {
      int medium = isNew ? (beforeDate < 0 ? 1 : beforeDate - 1) : 0;
      int headline = isNew ? medium - 1 : title.isEmpty() ? 1 : -1;
      return new ExportArticle(
          title.isEmpty() ? at(headline) : title, at(medium), date, author, body);
    }

    private String at(int index) {
      return index >= 0 && index < unlabelled.size() ? unlabelled.get(index) : "";
    }
  }

  /** The line after the header: behind the length and labels that follow it. */
  private static int endOfHeader(List<String> lines) {
    int end = 0;
    int unlabelled = 0;
    boolean hasLength =
        lines.stream().anyMatch(line -> ExportWords.Labelled.of(line).section().equals("length"));
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      String section = ExportWords.Labelled.of(line).section();
      hasLength &= !section.equals("length");
      boolean isBlockStart = i == 0 || lines.get(i - 1).isEmpty();
      boolean isPlain = section.isEmpty() && !line.isEmpty() && !RIGHTS.matcher(line).lookingAt();
      if (isPlain && isBlockStart && ExportWords.date(line).isEmpty()) {
        unlabelled++;
      }
      if (isPlain && isBlockStart && !hasLength && unlabelled > 2) {
        return end;
      }
      end = i + 1;
    }
    return end;
  }

  /** Headline and author, the number of words, date, source, and the rights before the text. */
  private static ExportArticle factiva(List<String> lines) {
    int length = Math.max(0, first(lines, LENGTH, 0));
    List<String> above = blocks(lines.subList(0, lastBlank(lines, length)));
    String own = String.join(" ", lines.subList(lastBlank(lines, length), length)).strip();
    List<String> headlines = filled(lines.subList(0, lastBlank(lines, length)));
    boolean hasSingles = above.size() == headlines.size() && above.size() > 1;
    if (own.isEmpty() && hasSingles) {
      String last = headlines.get(headlines.size() - 1);
      boolean isTitleBefore =
          headlines.size() > 2 || headlines.get(0).split("\\s+").length >= KICKER;
      own = isTitleBefore && isAuthor(last) ? headlines.remove(headlines.size() - 1) : "";
    } else if (headlines.isEmpty()) {
      headlines = filled(lines.subList(0, length));
      own = "";
    }
    String date = "";
    String medium = "";
    int at = length;
    for (int i = length + 1; i < Math.min(lines.size(), length + HEADER) && medium.isEmpty(); i++) {
      String line = lines.get(i);
      at = i;
      if (date.isEmpty()) {
        date = ExportWords.date(line);
      } else if (!line.isEmpty() && !TIME.matcher(line).matches()) {
        medium = line;
      }
    }
    int rights = first(lines, RIGHTS, at);
    boolean isNear = rights >= 0 && rights < at + HEADER;
    String title = headlines.isEmpty() ? "" : headlines.get(headlines.size() - 1);
    List<String> body =
        lines.subList((isNear ? rights : Math.min(at, lines.size() - 1)) + 1, lines.size());
    return new ExportArticle(title, medium, date, own, body);
  }

  /** Fields with codes: {@code HD The headline}, or the code in a line of its own. */
  private static ExportArticle coded(List<String> lines) {
    String code = "";
    String[] values = {"", "", "", ""};
    List<String> body = new ArrayList<>();
    List<String> codes = List.of("HD", "SN", "PD", "BY");
    for (String line : lines) {
      var matcher = CODE.matcher(line);
      boolean begins = matcher.matches();
      code = begins ? matcher.group(1) : code;
      String value = !begins ? line : matcher.group(2) == null ? "" : matcher.group(2).strip();
      int field = codes.indexOf(code);
      if (field >= 0) {
        values[field] = (values[field] + " " + value).strip();
      } else if (code.equals("LP") || code.equals("TD")) {
        body.add(begins ? "" : value);
        body.add(begins ? value : "");
      }
    }
    return new ExportArticle(values[0], values[1], ExportWords.date(values[2]), values[3], body);
  }

  /** Source, date, headline, author, and the rights behind the text. */
  private static ExportArticle europresse(List<String> lines) {
    List<String> header = filled(lines);
    int dated = 0;
    while (dated < Math.min(HEADER, header.size())
        && ExportWords.date(header.get(dated)).isEmpty()) {
      dated++;
    }
    if (dated + 1 >= header.size()) {
      return new ExportArticle("", "", "", "", withoutFooter(lines));
    }
    boolean hasAuthor = dated + 2 < header.size() && isAuthor(header.get(dated + 2));
    String last = header.get(dated + (hasAuthor ? 2 : 1));
    return new ExportArticle(
        header.get(dated + 1),
        ISSUE.matcher(header.get(0)).replaceFirst(""),
        ExportWords.date(header.get(dated)),
        hasAuthor ? last : "",
        withoutFooter(lines.subList(lines.indexOf(last) + 1, lines.size())));
  }

  private static boolean isAuthor(String line) {
    return BY.matcher(line).lookingAt() || NAMES.matcher(line).matches();
  }

  /** The lines without labels and rights at the end. */
  private static List<String> withoutFooter(List<String> lines) {
    int end = lines.size();
    for (int i = lines.size(); i > 0; i--) {
      String line = lines.get(i - 1);
      boolean isBlockStart = i == 1 || lines.get(i - 2).isEmpty();
      boolean isFooter =
          !ExportWords.Labelled.of(line).section().isEmpty() || RIGHTS.matcher(line).lookingAt();
      if (isFooter) {
        end = i - 1;
      } else if (isBlockStart && !line.isEmpty()) {
        break;
      }
    }
    return lines.subList(0, end);
  }

  /** The lines between blank ones, each joined. */
  private static List<String> blocks(List<String> lines) {
    return Stream.of(String.join("\n", lines).split("\n{2,}"))
        .map(block -> block.strip().replace('\n', ' '))
        .filter(block -> !block.isEmpty())
        .toList();
  }

  private static List<String> filled(List<String> lines) {
    return new ArrayList<>(lines.stream().filter(line -> !line.isEmpty()).toList());
  }

  /** The last blank line before a line; 0 if there is none. */
  private static int lastBlank(List<String> lines, int before) {
    int at = before;
    while (at > 0 && !lines.get(at - 1).isEmpty()) {
      at--;
    }
    return at;
  }

  private static int first(List<String> lines, Pattern pattern, int from) {
    for (int i = from; i < lines.size(); i++) {
      if (pattern.matcher(lines.get(i)).matches()) {
        return i;
      }
    }
    return -1;
  }

  ArticleText articleText() throws SourceException {
    String lines = String.join("\n", body);
    if (lines.isBlank()) {
      throw new SourceException("it has only a header and no text: " + title);
    }
    StructuredText text = new StructuredText(title);
    text.add(Section.BOILERPLATE, medium);
    PlainParagraphs.of(lines).forEach(p -> text.add(null, lines.substring(p.start(), p.end())));
    ArticleText told = text.articleText(BY.matcher(author).replaceFirst("").strip(), published);
    boolean isMedium = told.author().equals(medium); // a name in a line of its own
    return new ArticleText(
        told.text(),
        told.title(),
        isMedium ? "" : told.author(),
        told.published(),
        told.paragraphs());
  }
}
