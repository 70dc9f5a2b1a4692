package org.quotidian.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.quotidian.model.ArticleId;
import org.quotidian.model.SourceItem;

class SourceFinderTest {

  private static final Limits LIMITS = new Limits(1000, 1000);

  private final Path folder;

  SourceFinderTest(@TempDir Path folder) throws IOException {
    this.folder = folder.toRealPath();
  }

  @Test
  void walksFoldersInTheOrderOfTheFullPath() {
    files("b.txt", "a/z.txt", "a.txt", "a/b/c.txt", "a-b.txt", "Tin tức.txt");

    assertThat(sources("."))
        .containsExactly("Tin tức.txt", "a-b.txt", "a.txt", "a/b/c.txt", "a/z.txt", "b.txt")
        .isSorted();
  }

  @Test
  void findsVietnameseNamesInAnyLocale() {
    files("tin tức/Cầu mới.txt");

    assertThat(sources("tin tức")).containsExactly("Cầu mới.txt");
    assertThat(sources(".")).containsExactly("tin tức/Cầu mới.txt");
  }

  @Test
  void tellsSizeAndHash() {
    write("a.txt", "Nắng ấm");

    SourceItem item = find("a.txt").get(0);

    byte[] bytes = "Nắng ấm".getBytes(StandardCharsets.UTF_8);
    assertThat(item)
        .isEqualTo(
            new SourceItem(
                folder.resolve("a.txt"), "a.txt", "", bytes.length, ArticleId.sha256(bytes), null));
  }

  @Test
  void sourceOfAFileIsItsName() {
    files("x/a.txt");

    assertThat(sources("x/a.txt")).containsExactly("a.txt");
  }

  @Test
  void sourceUnderAPatternIsRelativeToItsLongestPlainFolder() {
    files("x/2019/a.txt", "x/2019/b.html", "x/2020/c.txt", "x/d.txt", "y/e.txt");

    assertThat(sources("x/20*/*.txt")).containsExactly("2019/a.txt", "2020/c.txt");
    assertThat(sources("x/**/*.txt")).containsExactly("2019/a.txt", "2020/c.txt", "d.txt");
    assertThat(sources("x/**")).hasSize(4);
    assertThat(sources("{x,y}/*.txt")).containsExactly("x/d.txt", "y/e.txt");
  }

  @Test
  void aNameWithBracketsIsAFileWhenThereIsOne() {
    files("a[1].txt", "a1.txt");

    assertThat(sources("a[1].txt")).containsExactly("a[1].txt");
  }

  @Test
  void severalRootsPutTheirNameBefore() {
    files("2019/a.txt", "2020/a.txt");

    assertThat(sources("2020", "2019")).containsExactly("2019/a.txt", "2020/a.txt");
  }

  @Test
  void rootsOfTheSameNameGoFurtherUp() {
    files("x/news/a.txt", "y/news/a.txt");

    assertThat(sources("x/news", "y/news")).containsExactly("x/news/a.txt", "y/news/a.txt");
  }

  @Test
  void severalFilesOfOneFolderAreOneRoot() {
    files("x/a.txt", "x/b.txt", "x/c.txt");

    assertThat(sources("x/b.txt", "x/a.txt", "x/b.txt")).containsExactly("a.txt", "b.txt");
  }

  @Test
  void anInputInsideAnotherAddsNothing() {
    files("x/vi/a.txt", "x/b.txt");

    assertThat(sources("x", "x/vi", "x/vi/a.txt", "x/*.txt")).containsExactly("b.txt", "vi/a.txt");
  }

  @Test
  void aFileThatTwoPatternsNameIsReadOnce() {
    files("x/vi/a.txt", "x/b.txt");

    assertThat(sources("x/**/*.txt", "x/vi/*.txt")).hasSize(2);
  }

  @Test
  void skipsWhatNeverIsAnArticleUnlessNamed() {
    files("a.txt", ".DS_Store", "thumbs.db", ".git/config", "README.md", "x/._a.txt", "b.txt~");

    assertThat(sources(".")).containsExactly("a.txt");
    assertThat(sources(".", "README.md")).containsExactly("README.md", "a.txt");
    assertThat(sources(".git")).containsExactly("config");
  }

  @Test
  void refusesAnInputThatDoesNotExist() {
    assertThatThrownBy(() -> find("nowhere"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("nowhere")
        .hasMessageContaining(folder.toString());
    assertThatThrownBy(() -> find("nowhere/*.txt")).isInstanceOf(InputException.class);
    assertThatThrownBy(() -> find("[")).isInstanceOf(InputException.class);
    assertThatThrownBy(() -> find(" ")).isInstanceOf(InputException.class);
    assertThatThrownBy(() -> find()).isInstanceOf(InputException.class);
    assertThatThrownBy(() -> find("a\0b")).isInstanceOf(InputException.class);
  }

  @Test
  void anEmptyFolderHasNoItems() {
    assertThat(find(".")).isEmpty();
  }

  @Test
  void aFileAboveTheLimitIsReportedNotHashed() {
    write("a.txt", "x".repeat(1001));

    SourceItem item = find(".").get(0);

    assertThat(item.sha256()).isNull();
    assertThat(item.size()).isEqualTo(1001);
    assertThat(item.problem()).contains("limits.file-size", "1,001 bytes", "1,000 bytes");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void followsLinksInsideTheRoot() throws IOException {
    files("x/a.txt", "x/sub/b.txt");
    Files.createSymbolicLink(folder.resolve("x/c.txt"), Path.of("a.txt"));
    Files.createSymbolicLink(folder.resolve("x/other"), folder.resolve("x/sub"));

    assertThat(find("x"))
        .allSatisfy(item -> assertThat(item.problem()).isNull())
        .extracting(SourceItem::source)
        .containsExactly("a.txt", "c.txt", "other/b.txt", "sub/b.txt");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void reportsLinksThatCannotBeFollowed() throws IOException {
    files("x/a.txt", "secret/b.txt");
    Files.createSymbolicLink(folder.resolve("x/dangling"), Path.of("gone.txt"));
    Files.createSymbolicLink(folder.resolve("x/itself"), Path.of("itself"));
    Files.createSymbolicLink(folder.resolve("x/loop"), Path.of("."));
    Files.createSymbolicLink(folder.resolve("x/out"), Path.of("../secret/b.txt"));
    Files.createSymbolicLink(folder.resolve("x/outside"), folder.resolve("secret"));

    assertThat(problems("x"))
        .containsExactly(
            "dangling: the link points to nothing",
            "itself: the link cannot be followed: it points to itself",
            "loop: the link points to a folder that contains it",
            "out: the link points outside the input folder, to " + folder.resolve("secret/b.txt"),
            "outside: the link points outside the input folder, to " + folder.resolve("secret"));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void foldersThatLinkToOneAnotherEnd() throws IOException {
    for (int i = 0; i < 12; i++) {
      files("x/" + i + "/a.txt");
      for (int j = 0; j < 12; j++) {
        Files.createSymbolicLink(folder.resolve("x/" + i + "/to" + j), folder.resolve("x/" + j));
      }
    }

    Assertions.assertTimeout(Duration.ofSeconds(20), () -> assertThat(find("x")).isNotEmpty());
  }

  @Test
  @Tag("process")
  @DisabledOnOs(OS.WINDOWS)
  void aPipeIsReportedNotOpened() throws Exception {
    Process mkfifo = new ProcessBuilder("mkfifo", folder.resolve("pipe").toString()).start();
    assumeFalse(mkfifo.waitFor() != 0);

    assertThat(problems(".")).singleElement().asString().startsWith("pipe: it is a pipe, a socket");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void reportsWhatMayNotBeRead() throws IOException {
    files("x/a.txt", "x/closed/b.txt");
    Files.setPosixFilePermissions(
        folder.resolve("x/a.txt"), PosixFilePermissions.fromString("---------"));
    Files.setPosixFilePermissions(
        folder.resolve("x/closed"), PosixFilePermissions.fromString("---------"));
    assumeFalse(Files.isReadable(folder.resolve("x/a.txt")), "root reads everything");

    assertThat(problems("x"))
        .containsExactly(
            "a.txt: the file cannot be read: permission denied",
            "closed: the folder cannot be read: permission denied");
    Files.setPosixFilePermissions(
        folder.resolve("x/closed"), PosixFilePermissions.fromString("rwx------"));
  }

  @Test
  void isLazy() {
    files("a.txt", "b.txt");
    var items = new SourceFinder(List.of("."), folder, LIMITS).iterator();
    assertThat(items.next().source()).isEqualTo("a.txt");

    write("b.txt", "changed since");

    assertThat(items.next().size()).isEqualTo(13);
    assertThat(items).isExhausted();
  }

  private List<SourceItem> find(String... inputs) {
    return ArticleLines.find(folder, LIMITS, inputs);
  }

  private List<String> sources(String... inputs) {
    return find(inputs).stream().map(SourceItem::source).toList();
  }

  private List<String> problems(String... inputs) {
    return find(inputs).stream()
        .filter(item -> item.problem() != null)
        .map(item -> item.source() + ": " + item.problem())
        .toList();
  }

  private void files(String... names) {
    for (String name : names) {
      write(name, name);
    }
  }

  private void write(String name, String text) {
    try {
      Path file = FileNames.resolve(folder, name);
      Files.createDirectories(file.resolve("..").normalize());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
