package org.quotidian.batch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Short generated news articles, half Vietnamese, half English. The same seed gives the same
 * articles.
 */
public final class GeneratedArticles {

  private static final List<String> VIETNAMESE_PEOPLE =
      List.of("Trần Văn Lộc", "Lê Thị Mai Hoa", "Đỗ Quang Vinh", "Phan Thu Hiền", "Ngô Bá Thành");
  private static final List<String> VIETNAMESE_PLACES =
      List.of("Cần Thơ", "huyện Bình Sơn", "Hải Phòng", "Đà Lạt", "tỉnh Long An");
  private static final List<String> VIETNAMESE_CLAIMS =
      List.of(
          "tuyến đường mới sẽ được mở vào cuối năm",
          "giá lúa đã tăng hơn mười phần trăm",
          "trường học cần thêm ba mươi giáo viên",
          "cây cầu này an toàn cho mọi loại xe",
          "mùa mưa năm nay đến sớm hơn thường lệ");
  private static final List<String> ENGLISH_PEOPLE =
      List.of("Martha Ellison", "Peter Okafor", "Linh Tran", "Colin Marsh", "Ruth Adeyemi");
  private static final List<String> ENGLISH_PLACES =
      List.of("Harrow Bay", "Millbrook", "the Port of Alden", "Westerham", "Lakeside County");
  private static final List<String> ENGLISH_CLAIMS =
      List.of(
          "the ferry will be running again by spring",
          "the new school has room for 400 children",
          "nobody was told about the second leak",
          "prices went up by 12 percent in a month",
          "the bridge is safe for every kind of truck");

  private GeneratedArticles() {}

  /** Writes {@code number} articles, in folders of a hundred. */
  public static void write(Path folder, int number, long seed) throws IOException {
    for (int i = 0; i < number; i++) {
      Path file = folder.resolve(String.format(Locale.ROOT, "%03d/article-%05d.txt", i / 100, i));
      Files.createDirectories(file.getParent());
      Files.writeString(file, article(i, seed), StandardCharsets.UTF_8);
    }
  }

  /** Article {@code number}; even numbers are Vietnamese. */
  public static String article(int number, long seed) {
    Random random = new Random(seed * 1_000_003 + number);
    StringBuilder text = new StringBuilder();
    text.append(
            number % 2 == 0
                ? "Tin từ " + pick(VIETNAMESE_PLACES, random)
                : "News from " + pick(ENGLISH_PLACES, random))
        .append(", ")
        .append(number)
        .append("\n\n");
    int paragraphs = 2 + random.nextInt(5);
    for (int i = 0; i < paragraphs; i++) {
      text.append(number % 2 == 0 ? vietnamese(random) : english(random)).append("\n\n");
    }
    return text.toString();
  }

  private static String vietnamese(Random random) {
    String person = pick(VIETNAMESE_PEOPLE, random);
    String place = pick(VIETNAMESE_PLACES, random);
    String claim = pick(VIETNAMESE_CLAIMS, random);
    return switch (random.nextInt(4)) {
      case 0 -> "“" + upper(claim) + "”, ông " + person + " nói tại " + place + ".";
      case 1 -> "Bà " + person + " ở " + place + " cho biết " + claim + ".";
      case 2 -> "Theo ông " + person + ", " + claim + ". Người dân " + place + " vẫn chờ đợi.";
      default -> "Hôm qua, chợ " + place + " đông hơn mọi ngày 😀. Nhiều người dừng lại xem.";
    };
  }

  private static String english(Random random) {
    String person = pick(ENGLISH_PEOPLE, random);
    String place = pick(ENGLISH_PLACES, random);
    String claim = pick(ENGLISH_CLAIMS, random);
    return switch (random.nextInt(4)) {
      case 0 -> "\"" + upper(claim) + ",\" said " + person + " of " + place + ".";
      case 1 -> person + " said on Tuesday that " + claim + ".";
      case 2 -> "According to " + person + ", " + claim + ". People in " + place + " are waiting.";
      default -> "It was a quiet day in " + place + ". The market closed early.";
    };
  }

  private static String upper(String claim) {
    return claim.substring(0, 1).toUpperCase(Locale.ROOT) + claim.substring(1);
  }

  private static String pick(List<String> list, Random random) {
    return list.get(random.nextInt(list.size()));
  }
}
