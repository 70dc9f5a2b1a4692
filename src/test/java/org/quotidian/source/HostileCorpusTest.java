package org.quotidian.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quotidian.model.SourceItem;

/**
 * Malicious files, and 2,400 damaged ones, read in a separate process with little memory: each is
 * an article or a failure, none takes long, and nothing outside the folder is read.
 */
@Tag("process")
@Tag("slow")
class HostileCorpusTest {

  private static final int MUTANTS = 2_400;
  private static final String SMALL_HEAP = "-Xmx160m";
  // For everything, on a busy machine.
  private static final Duration LONGEST = Duration.ofMinutes(5);
  private static final long LONGEST_ITEM = 30_000; // ms
  private static final Limits LIMITS = new Limits(1_000_000, 100_000);
  private static final String SECRET = "Mật khẩu két sắt";

  private final Path folder;

  HostileCorpusTest(@TempDir Path folder) throws IOException {
    this.folder = folder.toRealPath();
  }

  @Test
  void whatIsMadeToDoHarmFailsInWords() throws Exception {
    Path input = Files.createDirectory(folder.resolve("input"));
    Files.writeString(folder.resolve("secret.txt"), SECRET);
    writeHostileFiles(input);

    Map<String, List<String>> outcomes = outcomes(input);

    assertFails(outcomes, "bomb.zip", "limits.file-size");
    assertFails(outcomes, "bomb-of-many.zip", "limits.ratio");
    assertFails(outcomes, "nested.zip", "archive");
    assertFails(outcomes, "nested.txt.gz", "limits.nesting");
    assertFails(outcomes, "long-line.jsonl", "limits.file-size");
    assertThat(outcomes.get("long-line.jsonl")).last().asString().startsWith("article");
    assertFails(outcomes, "huge.txt", "limits.file-size");
    assertFails(outcomes, "cut.txt.gz", "cut off");
    assertFails(outcomes, "open-quote.csv", "is not closed");
    assertThat(outcomes.get("open-quote.csv")).last().asString().startsWith("article");
    assertFails(outcomes, "link.txt", "points outside the input folder");
    assertThat(outcomes.get("loop.pdf")).hasSize(1);
    assertThat(outcomes.get("dots.zip")).allMatch(line -> line.startsWith("article"));
    assertThat(outcomes.get("twice.json")).hasSize(2);
    assertThat(outcomes.get("deep.json")).hasSize(1);
    assertThat(outcomes.keySet()).containsAll(names(input));
    assertThat(outcomes.toString()).doesNotContain(SECRET);
  }

  @Test
  void damagedFilesAreArticlesOrFailures() throws Exception {
    Path input = Files.createDirectory(folder.resolve("input"));
    Random random = new Random(20190314);
    List<Map.Entry<String, byte[]>> seeds = List.copyOf(SampleFiles.all().entrySet());
    for (int i = 0; i < MUTANTS; i++) {
      Map.Entry<String, byte[]> seed = seeds.get(i % seeds.size());
      Map.Entry<String, byte[]> named =
          random.nextInt(8) == 0 ? seeds.get(random.nextInt(seeds.size())) : seed;
      String extension = named.getKey().substring(named.getKey().indexOf('.'));
      byte[] bytes = i % 10 == 9 ? noise(random) : damaged(seed.getValue(), random);
      Files.write(input.resolve(String.format(Locale.ROOT, "%04d%s", i, extension)), bytes);
    }

    Map<String, List<String>> outcomes = outcomes(input);

    assertThat(outcomes.keySet()).containsExactlyInAnyOrderElementsOf(names(input));
    assertThat(outcomes.values())
        .allSatisfy(
            lines ->
                assertThat(lines)
                    .isNotEmpty()
                    .allMatch(
                        line ->
                            line.startsWith("article") || line.length() > "failure: ".length()));
    String all =
        outcomes.values().stream().map(lines -> lines.get(0)).collect(Collectors.joining("\n"));
    assertThat(all.lines().filter(line -> line.equals("article"))).hasSizeGreaterThan(MUTANTS / 4);
  }

  private static byte[] damaged(byte[] seed, Random random) {
    byte[] bytes = seed.clone();
    for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
      int at = random.nextInt(bytes.length);
      int length = 1 + random.nextInt(Math.min(64, bytes.length - at));
      switch (random.nextInt(5)) {
        case 0 -> bytes[at] = (byte) random.nextInt(256);
        case 1 -> Arrays.fill(bytes, at, at + length, (byte) (random.nextBoolean() ? 0xFF : 0));
        case 2 -> bytes = joined(bytes, at, at + length); // a piece is removed
        case 3 -> bytes = joined(bytes, at + length, at); // a piece is duplicated
        default -> bytes = random.nextInt(4) == 0 ? Arrays.copyOf(bytes, at + 1) : bytes;
      }
    }
    return bytes;
  }

  /** The bytes before {@code end}, then those from {@code start} on. */
  private static byte[] joined(byte[] bytes, int end, int start) {
    byte[] joined = Arrays.copyOf(bytes, Math.max(1, end + bytes.length - start));
    System.arraycopy(bytes, start, joined, end, bytes.length - start);
    return joined;
  }

  private static byte[] noise(Random random) {
    byte[] bytes = new byte[1 + random.nextInt(3_000)];
    random.nextBytes(bytes);
    return bytes;
  }

  private static void writeHostileFiles(Path input) throws IOException {
    try (ZipOutputStream zip = zip(input.resolve("bomb.zip"))) {
      entry(zip, "a.txt", new Repeated((byte) 'x', 200L << 20));
    }
    try (ZipOutputStream zip = zip(input.resolve("bomb-of-many.zip"))) {
      for (int i = 0; i < 60; i++) {
        entry(zip, i + ".txt", new Repeated((byte) ' ', 990_000));
      }
    }
    byte[] zipped = SampleFiles.zip("a.txt", "Ferry.");
    byte[] packed = "Ferry.".getBytes(StandardCharsets.UTF_8);
    for (int depth = 0; depth < 50; depth++) {
      zipped = SampleFiles.zip(Map.of("inner.zip", zipped));
      packed = SampleFiles.gzip(packed);
    }
    Files.write(input.resolve("nested.zip"), zipped);
    Files.write(input.resolve("nested.txt.gz"), packed);
    sparse(input.resolve("long-line.jsonl"), 1L << 30, "\n{\"text\": \"The ferry stops.\"}\n");
    sparse(input.resolve("huge.txt"), 1L << 36, "");
    Files.write(
        input.resolve("cut.txt.gz"),
        Arrays.copyOf(SampleFiles.gzip("Ferry ".repeat(500).getBytes(StandardCharsets.UTF_8)), 25));
    Files.writeString(
        input.resolve("open-quote.csv"),
        "id,text\n1,\"never closed\n"
            + ("2," + "x".repeat(1_000) + "\n").repeat(1_100)
            + "3,The end.\n");
    Files.writeString(input.resolve("open-quotes.csv"), "id,text\n" + "1,\"\"b\n".repeat(1_000));
    Files.writeString(
        input.resolve("lines.warc"), "WARC/1.0\r\nContent-Length: 9\r\n\r\n".repeat(1_000));
    Files.writeString(
        input.resolve("one-of.txt"), "1 of 9 DOCUMENTS\n\n".repeat(100) + "The end.\n");
    Files.createSymbolicLink(input.resolve("link.txt"), Path.of("../secret.txt"));
    Files.writeString(input.resolve("loop.pdf"), SampleFiles.LOOPING_PDF);
    Files.write(
        input.resolve("dots.zip"),
        SampleFiles.zip("../../secret.txt", "Ferry one.", "/etc/passwd.txt", "Ferry two."));
    Files.writeString(
        input.resolve("twice.json"),
        "[{\"id\": 1, \"id\": 2, \"text\": \"One.\", \"text\": \"Two.\"}, {\"id\": 2, \"text\": \"Three.\"}]");
    Files.writeString(input.resolve("deep.json"), "[".repeat(100_000));
    Files.writeString(
        input.resolve("laughs.xml"),
        "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY a 'ha'>"
            + laughs()
            + "]><nitf><body><body.content><p>&l9;</p></body.content></body></nitf>");
    Files.writeString(
        input.resolve("entity.xml"),
        "<?xml version='1.0'?><!DOCTYPE nitf [<!ENTITY e SYSTEM '"
            + input.resolveSibling("secret.txt").toUri()
            + "'>]><nitf><body><body.content><p>Ferry &e;</p></body.content></body></nitf>");
    Files.writeString(
        input.resolve("entity.html"),
        "<p>Ferry one.</p><object data='../secret.txt'></object><iframe src='../secret.txt'></iframe>");
    byte[] noise = new byte[5_000];
    for (String name : SampleFiles.all().keySet()) {
      new Random(name.hashCode()).nextBytes(noise);
      Files.write(input.resolve("noise" + name.substring(name.indexOf('.'))), noise);
    }
  }

  private static String laughs() {
    StringBuilder entities = new StringBuilder();
    for (int i = 0; i < 10; i++) {
      String inner = i == 0 ? "&a;" : "&l" + (i - 1) + ";";
      entities.append("<!ENTITY l").append(i).append(" '").append(inner.repeat(10)).append("'>");
    }
    return entities.toString();
  }

  private static ZipOutputStream zip(Path file) throws IOException {
    return new ZipOutputStream(Files.newOutputStream(file));
  }

  private static void entry(ZipOutputStream zip, String name, InputStream content)
      throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    content.transferTo(zip);
    zip.closeEntry();
  }

  /** Zeros that take no space on the disk, then {@code end}. */
  private static void sparse(Path file, long zeros, String end) throws IOException {
    try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
      out.setLength(zeros);
      out.seek(zeros);
      out.write(end.getBytes(StandardCharsets.UTF_8));
    }
  }

  /** One byte, many times. */
  private static final class Repeated extends InputStream {

    private final byte value;
    private long left;

    Repeated(byte value, long times) {
      this.value = value;
      this.left = times;
    }

    @Override
    public int read() {
      return left-- > 0 ? value : -1;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
      if (left <= 0) {
        return -1;
      }
      int n = (int) Math.min(left, length);
      Arrays.fill(bytes, offset, offset + n, value);
      left -= n;
      return n;
    }
  }

  private static List<String> names(Path input) throws IOException {
    try (var files = Files.list(input)) {
      return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
    }
  }

  private static void assertFails(Map<String, List<String>> outcomes, String name, String message) {
    assertThat(outcomes.get(name))
        .as(name)
        .isNotNull()
        .anySatisfy(line -> assertThat(line).startsWith("failure").contains(message));
  }

  /** The outcome of each file's items, by the file's name. */
  private Map<String, List<String>> outcomes(Path input) throws Exception {
    Path log = folder.resolve("outcomes");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                SMALL_HEAP,
                "-cp",
                System.getProperty("java.class.path"),
                Reading.class.getName(),
                input.toString())
            .redirectOutput(log.toFile())
            .redirectError(folder.resolve("errors").toFile())
            .start();
    boolean ended = process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS);
    process.destroyForcibly();
    assertThat(ended).as("came to its end").isTrue();
    assertThat(process.exitValue())
        .as(() -> "exit code; " + contentOf(folder.resolve("errors")))
        .isZero();
    Map<String, List<String>> outcomes = new LinkedHashMap<>();
    for (String line : Files.readAllLines(log)) {
      String[] columns = line.split("\t", 3);
      assertThat(Long.parseLong(columns[1])).as(line).isLessThan(LONGEST_ITEM);
      outcomes.computeIfAbsent(columns[0], name -> new ArrayList<>()).add(columns[2]);
    }
    return outcomes;
  }

  private static String contentOf(Path file) {
    try {
      String errors = Files.readString(file);
      return errors.substring(Math.max(0, errors.length() - 3_000));
    } catch (IOException e) {
      return e.toString();
    }
  }

  /**
   * The process: prints one line per item with its file, the time it took in ms, and the outcome.
   */
  static final class Reading {

    private Reading() {}

    public static void main(String[] arguments) {
      ArticleReader reader = new ArticleReader(LIMITS);
      var items =
          new SourceFinder(List.of(arguments[0]), Path.of("").toAbsolutePath(), LIMITS).iterator();
      for (long begin = System.nanoTime(); items.hasNext(); begin = System.nanoTime()) {
        SourceItem item = items.next();
        String outcome = outcome(item, reader);
        long millis = (System.nanoTime() - begin) / 1_000_000;
        String line =
            item.source() + "\t" + millis + "\t" + outcome.replaceAll("[\\s\\p{Cc}]+", " ") + "\n";
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(line);
        System.out.write(bytes.array(), 0, bytes.limit());
      }
      System.out.flush();
    }

    private static String outcome(SourceItem item, ArticleReader reader) {
      try {
        String text = reader.read(item, "hostile").text();
        return text.contains(SECRET) ? "article with " + SECRET : "article";
      } catch (SourceException e) {
        return "failure: " + e.getMessage();
      }
    }
  }
}
