package org.quotidian.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quotidian.model.Article;
import org.quotidian.model.ArticleId;
import org.quotidian.model.SourceItem;

class ArticleReaderTest {

  private static final String VIETNAMESE =
      """
      Cầu phao qua sông Lạch mở cửa trở lại

      Sáng thứ Hai, cầu phao nối hai bờ sông đã được phép cho xe đạp và người đi bộ qua lại sau gần \
      một tháng sửa chữa. Ông Đỗ Quốc Khải, trưởng trạm, cho biết xe máy phải chờ thêm vài ngày nữa.
      """;

  private static final String FRENCH =
      """
      Le marché couvert rouvre ses portes

      Après deux années de travaux, le marché couvert a rouvert samedi. « Nous étions à l’étroit, \
      explique la fromagère, et l’été dernier la chaleur était insupportable. » Le maire espère que \
      les clients reviendront dès la rentrée, même s’il reste à réparer la façade côté rivière.
      """;

  private final ArticleReader reader = new ArticleReader(new Limits(10_000, 2_000));

  private final Path folder;

  ArticleReaderTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void readsTextWithItsIdentity() throws Exception {
    byte[] bytes = "Rain at last\n\nIt rained.\n".getBytes(StandardCharsets.UTF_8);

    Article article = read(bytes);

    assertThat(article.id()).isEqualTo(ArticleId.of("test", "a.txt", ""));
    assertThat(article.text()).isEqualTo("Rain at last\n\nIt rained.\n");
    assertThat(article.sha256()).isEqualTo(ArticleId.sha256(bytes));
    assertThat(article.language()).isEqualTo("und");
    assertThat(article.source()).isEqualTo("a.txt");
    assertThat(article.record()).isEmpty();
  }

  @Test
  void changesLineEndsOnly() throws Exception {
    assertThat(read("a\r\nb\rc\n\n d\t\n".getBytes(StandardCharsets.UTF_8)).text())
        .isEqualTo("a\nb\nc\n\n d\t\n");
  }

  @Test
  void composesLetters() throws Exception {
    String decomposed = Normalizer.normalize(VIETNAMESE, Normalizer.Form.NFD);

    assertThat(read(decomposed.getBytes(StandardCharsets.UTF_8)).text()).isEqualTo(VIETNAMESE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
  void believesByteOrderMarks(String charset) throws Exception {
    assertThat(read(("\uFEFF" + VIETNAMESE).getBytes(Charset.forName(charset))).text())
        .isEqualTo(VIETNAMESE);
  }

  @Test
  void readsVietnameseInWindows1258() throws Exception {
    assertThat(read(windows1258(VIETNAMESE)).text()).isEqualTo(VIETNAMESE);
  }

  @Test
  void readsFrenchInWindows1252() throws Exception {
    assertThat(read(FRENCH.getBytes(Charset.forName("windows-1252"))).text()).isEqualTo(FRENCH);
  }

  @Test
  void readsEnglishWithCurlyMarksInWindows1252() throws Exception {
    String english =
        "“It’s a long way down,” the climber said – and laughed. The café at the foot of the hill was closed.";

    assertThat(read(english.getBytes(Charset.forName("windows-1252"))).text()).isEqualTo(english);
  }

  @Test
  void readsRussianInWindows1251() throws Exception {
    String russian =
        "Новый мост через реку откроют осенью, сообщил в среду начальник строительства. Движение по старому мосту закроют.";

    assertThat(read(russian.getBytes(Charset.forName("windows-1251"))).text()).isEqualTo(russian);
  }

  @Test
  void aDamagedByteCostsOneCharacter() throws Exception {
    byte[] bytes = VIETNAMESE.getBytes(StandardCharsets.UTF_8);
    int last = bytes.length - 1;
    bytes[last] = (byte) 0xC3;

    Article article = read(bytes);

    assertThat(article.text())
        .isEqualTo(VIETNAMESE.substring(0, VIETNAMESE.length() - 1) + "\uFFFD");
    assertThat(article.lost()).isEqualTo(1);
  }

  @Test
  void refusesTextThatIsDamagedThroughout() {
    byte[] bytes = VIETNAMESE.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < bytes.length; i += 20) {
      bytes[i] = (byte) 0xC3;
    }

    assertThatThrownBy(() -> read(bytes)).isInstanceOf(SourceException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-16"})
  void readsUtf16WithAndWithoutAMark(String charset) throws Exception {
    assertThat(read(VIETNAMESE.getBytes(Charset.forName(charset))).text()).isEqualTo(VIETNAMESE);
  }

  @Test
  void textCutInsideACharacterLosesIt() throws Exception {
    byte[] bytes = "Ông Khải đi bộ qua cầu".getBytes(StandardCharsets.UTF_8);

    assertThat(read(Arrays.copyOf(bytes, bytes.length - 2)).text())
        .isEqualTo("Ông Khải đi bộ qua c\uFFFD");
  }

  @Test
  void refusesNoise() {
    byte[] bytes = new byte[400];
    new Random(7).nextBytes(bytes);
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] |= bytes[i] == 0 ? 1 : 0;
    }

    assertThatThrownBy(() -> read(bytes)).isInstanceOf(SourceException.class);
  }

  @Test
  void refusesWhatIsNoArticle() {
    assertFails(new byte[0], "the file is empty");
    assertFails(" \r\n\t\n".getBytes(StandardCharsets.UTF_8), "it contains no text");
    assertFails("PK\3\4\0\0abc".getBytes(StandardCharsets.ISO_8859_1), "application/zip");
    assertFails("abc\0\0abc".getBytes(StandardCharsets.ISO_8859_1), "NUL bytes");
    assertFails("\33[1m\33[2m\33[3m".getBytes(StandardCharsets.US_ASCII), "control characters");
    assertFails(new byte[] {(byte) 0xFF, (byte) 0xFE, 0x41}, "UTF-16LE");
    assertFails("x".repeat(10_001).getBytes(StandardCharsets.US_ASCII), "limits.file-size");
    assertFails("x".repeat(2_001).getBytes(StandardCharsets.US_ASCII), "limits.characters");
  }

  @Test
  void tellsThatAFileIsGone() {
    SourceItem item = new SourceItem(folder.resolve("gone.txt"), "gone.txt", "", 1, "00", null);

    assertThatThrownBy(() -> reader.read(item, "test"))
        .isInstanceOf(SourceException.class)
        .hasMessage("the file existed when the run began, but no longer does");
  }

  @Test
  void passesOnWhatTheFinderSaid() {
    SourceItem item = SourceItem.unreadable(folder, "x", 0, "the link points to nothing");

    assertThatThrownBy(() -> reader.read(item, "test")).hasMessage("the link points to nothing");
  }

  @ParameterizedTest
  @CsvSource({"1999, true", "2000, true", "2001, false"})
  void countsCharactersInCodePoints(int length, boolean allowed) throws Exception {
    byte[] bytes = "😀".repeat(length).getBytes(StandardCharsets.UTF_8);
    if (allowed) {
      assertThat(read(bytes).text()).hasSize(2 * length);
    } else {
      assertFails(bytes, "2,001 characters");
    }
  }

  /** Tones as combining marks and other letters precomposed, as in the code page. */
  static byte[] windows1258(String text) {
    StringBuilder out = new StringBuilder();
    Charset charset = Charset.forName("windows-1258");
    for (char c : text.toCharArray()) {
      if (charset.newEncoder().canEncode(c)) {
        out.append(c);
        continue;
      }
      String marks = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD);
      for (int last = marks.length() - 1; last > 0; last--) {
        String letter = marks.substring(0, last) + marks.substring(last + 1);
        String base = Normalizer.normalize(letter, Normalizer.Form.NFC);
        if (base.length() == 1 && charset.newEncoder().canEncode(base + marks.charAt(last))) {
          for (char toned : (base + marks.charAt(last)).toCharArray()) {
            out.append(toned);
          }
          break;
        }
      }
    }
    return out.toString().getBytes(charset);
  }

  private Article read(byte[] bytes) throws SourceException {
    Path file = folder.resolve("a.txt");
    try {
      Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return reader.read(new SourceItem(file, "a.txt", "", bytes.length, "00", null), "test");
  }

  private void assertFails(byte[] bytes, String message) {
    assertThatThrownBy(() -> read(bytes))
        .isInstanceOf(SourceException.class)
        .hasMessageContaining(message);
  }
}
