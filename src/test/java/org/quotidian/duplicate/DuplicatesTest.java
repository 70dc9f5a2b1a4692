package org.quotidian.duplicate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quotidian.model.Article;
import org.quotidian.model.Paragraph;
import org.quotidian.model.Section;

class DuplicatesTest {

  private static final String STORY = story(1, 200);
  private static final String OTHER = story(2, 200);

  @Test
  void theSameTextNamesTheFirst() {
    assertThat(firsts(STORY, OTHER, STORY, STORY)).containsExactly(-1, -1, 0, 0);
  }

  @Test
  void headlineCaptionsAndBoilerplateDoNotCount() {
    Article original = article("Phà chạy lại", STORY, "Ảnh: Mai Hoa", "Chia sẻ");
    Article copy = article("Người dân vui mừng vì phà", STORY, "Bến phà sáng nay", "Đọc thêm tin");

    assertThat(firsts(List.of(signature(original), signature(copy)))).containsExactly(-1, 0);
  }

  @Test
  void caseMarksAndLineEndsDoNotCount() {
    assertThat(
            firsts("“" + STORY + "”", STORY.toUpperCase(java.util.Locale.ROOT).replace(" ", " \n")))
        .containsExactly(-1, 0);
  }

  @Test
  void anUpdatedVersionIsADuplicateAndAStoryOnlyHalfTheSameIsNone() {
    String updated = STORY + " " + story(3, 30);
    String half = story(1, 100) + " " + story(4, 100);

    assertThat(firsts(STORY, updated, half)).containsExactly(-1, 0, -1);
  }

  @Test
  void aStoryThatDriftsIsComparedWithItsFirstVersion() {
    String[] versions =
        IntStream.range(0, 8)
            .mapToObj(i -> story(1, 200 - 20 * i) + " " + story(9, 20 * i))
            .toArray(String[]::new);

    int[] firsts = firsts(versions);

    assertThat(firsts[1]).isZero();
    assertThat(firsts[7]).isNotZero();
    for (int first : firsts) {
      assertThat(first < 0 || firsts[first] < 0).as("no duplicate is named").isTrue();
    }
  }

  @Test
  void whatComesLaterChangesNothing() {
    String[] texts =
        IntStream.range(0, 60)
            .mapToObj(i -> story(i % 7, 150 + i) + " " + story(100 + i, i % 50))
            .toArray(String[]::new);
    int[] all = firsts(texts);

    for (int number : new int[] {1, 20, 59}) {
      assertThat(firsts(java.util.Arrays.copyOf(texts, number)))
          .isEqualTo(java.util.Arrays.copyOf(all, number));
    }
  }

  @Test
  void aShortTextIsADuplicateOnlyOfItsEqual() {
    assertThat(
            firsts(
                "Giá vàng hôm nay là 71 triệu đồng một lượng.",
                "Giá vàng hôm nay là 72 triệu đồng một lượng.",
                "Giá vàng hôm nay là 71 triệu đồng một lượng!"))
        .containsExactly(-1, -1, 0);
  }

  @Test
  void whatCountsIsWhenTheyWereSeen() {
    String updated = STORY + " " + story(3, 30);
    try (Signatures signatures = new Signatures()) {
      Stream.of(STORY, OTHER, updated, "", STORY, OTHER)
          .forEach(text -> signatures.add(signature(article("", text))));

      assertThat(Duplicates.firsts(signatures, new long[] {9L << 32, 7, 8, 0, 3L << 32, 7}))
          .containsExactly(2, -1, -1, -1, 2, 1);
    }
  }

  @Test
  void aFullOrMissingTemporaryFolderIsNamed() {
    assertThatThrownBy(() -> new TemporaryFile(Path.of("/nowhere/at/all")))
        .hasMessageContaining("/nowhere/at/all")
        .hasMessageContaining("java.io.tmpdir");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void theTemporaryFileIsGoneAtOnce(@TempDir Path folder) {
    try (TemporaryFile file = new TemporaryFile(folder)) {
      file.write(42);
      assertThat(folder).isEmptyDirectory();
      assertThat(file.map(0, 8).getLong()).isEqualTo(42);
    }
  }

  @Test
  void textsWithoutAWordAreNobodysDuplicates() {
    assertThat(firsts("***", "—", "", "…")).containsOnly(-1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"渡轮明天恢复通航市长说天气已经好转", "เรือข้ามฟากจะเปิดให้บริการอีกครั้งในวันพรุ่งนี้"})
  void languagesWithoutBlanksAreCompared(String sentence) {
    String text = sentence.repeat(3) + "。";
    assertThat(firsts(text, text, new StringBuilder(text).reverse().toString()))
        .containsExactly(-1, 0, -1);
  }

  @Test
  void aSignatureIsKeptAsText() {
    TextSignature signature = signature(article("", STORY));

    assertThat(signature.toString()).hasSize(172);
    assertThat(TextSignature.parse(signature.toString()).likeness(signature)).isEqualTo(1);
    assertThat(TextSignature.of(article("", "")).toString()).isEmpty();
  }

  @Test
  void signaturesStayTheSameFromVersionToVersion() {
    assertThat(signature(article("", "The ferry will be running again by spring.")).toString())
        .startsWith("MjGss2k4VvOhUG4vtZg42lq6");
  }

  @Test
  void likenessIsTheShareOfRunsInCommon() {
    TextSignature whole = signature(article("", STORY));
    TextSignature half = signature(article("", story(1, 100)));

    assertThat(whole.likeness(half)).isBetween(0.4, 0.6);
    assertThat(whole.likeness(signature(article("", OTHER)))).isLessThan(0.05);
  }

  @Test
  void thousandsOfTextsFromOneTemplateAreComparedInTime() {
    String template = story(5, 60);
    String[] texts =
        IntStream.range(0, 5_000)
            .mapToObj(i -> template + " " + story(1000 + i, 60))
            .toArray(String[]::new);
    long begin = System.nanoTime();

    int[] firsts = firsts(texts);

    assertThat(firsts).hasSize(5_000);
    assertThat((System.nanoTime() - begin) / 1e9).isLessThan(30);
  }

  /** A text of this many invented words; a longer one begins with the same words. */
  private static String story(int seed, int words) {
    Random random = new Random(seed);
    return Stream.generate(() -> "w" + random.nextInt(100_000))
        .limit(words)
        .collect(Collectors.joining(" "));
  }

  private static int[] firsts(String... texts) {
    return firsts(Stream.of(texts).map(text -> signature(article("A headline", text))).toList());
  }

  /** The duplicates among articles that were first seen in this order. */
  static int[] firsts(List<TextSignature> signatures) {
    try (Signatures file = new Signatures()) {
      signatures.forEach(file::add);
      return Duplicates.firsts(file, LongStream.range(0, signatures.size()).toArray());
    }
  }

  private static TextSignature signature(Article article) {
    return TextSignature.of(article);
  }

  /** An article with headline, body, and other parts, alternating captions and boilerplate. */
  private static Article article(String title, String body, String... others) {
    StringBuilder text = new StringBuilder();
    List<Paragraph> paragraphs = new java.util.ArrayList<>();
    add(text, paragraphs, Section.TITLE, title);
    add(text, paragraphs, Section.BODY, body);
    for (int i = 0; i < others.length; i++) {
      add(text, paragraphs, i % 2 == 0 ? Section.CAPTION : Section.BOILERPLATE, others[i]);
    }
    return new Article("id", "a.txt", "", title, "", "", "vi", text.toString(), paragraphs, "");
  }

  private static void add(
      StringBuilder text, List<Paragraph> paragraphs, Section section, String words) {
    paragraphs.add(new Paragraph(section, text.length(), text.length() + words.length()));
    text.append(words).append("\n\n");
  }
}
