package org.quotidian.nlp.vietnamese;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameAgreementTest {

  private static final VietnameseSentences TEXT = VietnameseSentences.load();
  private static final NameAgreement AGREEMENT = NameAgreement.load();

  /** Names from the model, in brackets with the first letter of their type. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Anh kể với {O Báo Làng Nghề} hôm nay.     | Báo {O Làng Nghề}
          Ông là {O nguyên Viện phó VKSND Sông Mã}. | nguyên Viện phó {O VKSND Sông Mã}
          Chị {P N.T.} {P M.} gặp em {P Ch} .       | {P N.T. M.} {P Ch}
          Gã {P Hùng} “Sẹo” bị bắt.                 | {P Hùng “Sẹo”}
          Anh {P Khôi} “mượn” chiếc xe.             | {P Khôi}
          Gã {P Nam “cụt”} khai. Vợ {P Nam} “cụt” kể. | {P Nam “cụt”} {P Nam “cụt”}
          Gã {P Hùng} “{P Thiên Lôi}” bị bắt.       | {P Hùng “Thiên Lôi”}
          Nghệ sĩ {P Công Lý} đến. {P Công Lý} hát. | {P Công Lý} {P Công Lý}
          Sáng nay {O Bộ Công an gửi Bộ Y tế} thư.   | {O Bộ Công an} gửi {O Bộ Y tế}
          Chị làm ở {L TP.} từ lâu.                 |
          Nơi bán {L cá kho} rất ngon.              |
          Thủ tướng {P Thái Lan Ana Berg} ký.       | {L Thái Lan} {P Ana Berg}
          Gặp {P Jordan Ana Berg} ở quê.            | {P Jordan Ana Berg}
          Tin từ {O tập đoàn điện tử Nhật Bản Sony}. | {L Nhật Bản} {O Sony}
          Tin từ {O Công ty Việt Nam Sony}.         | {L Việt Nam} {O Sony}
          Tin từ {O Ngân hàng Nhật Bản}.            | {O Ngân hàng Nhật Bản}
          Ảnh của {P GS.}                           |
          Do {O NATO) Jens Berg} ký.                | {O NATO} {P Jens Berg}
          {P Hoài An} đến. {L Hoài An} đi. {P Hoài An} về. | {P Hoài An} {P Hoài An} {P Hoài An}
          Anh {P Minh Tâm} hát. Rồi Minh Tâm đi.    | {P Minh Tâm} {P Minh Tâm}
          Xe {P Rolex}, {O Tissot}, {O Omega}, {O Rado} cũ. | {O Rolex} {O Tissot} {O Omega} {O Rado}
          Hãng {P Huawei} bán máy.                  | {O Huawei}
          Cô du học ở Anh từ nhỏ.                   | {L Anh}
          """)
  void settlesWhatTheModelFound(String marked, String expected) {
    var text = new StringBuilder();
    var given = new ArrayList<int[]>();
    var types = new ArrayList<String>();
    for (String part : marked.split("(?=\\{)|(?<=\\})")) {
      if (part.startsWith("{")) {
        int start = text.length();
        text.append(part, 3, part.length() - 1);
        given.add(new int[] {start, text.length()});
        types.add(type(part.charAt(1)));
      } else {
        text.append(part);
      }
    }
    List<List<NameWord>> words = NameWord.of(TEXT.sentences(text.toString()));
    var found = new ArrayList<NameSpan>();
    for (int s = 0; s < words.size(); s++) {
      for (int n = 0; n < given.size(); n++) {
        addSpan(words.get(s), s, given.get(n), types.get(n), found);
      }
    }
    String settled =
        String.join(
            " ",
            AGREEMENT.settle(words, found).stream()
                .map(
                    name ->
                        "{"
                            + name.type().charAt(0)
                            + " "
                            + text.substring(
                                words.get(name.sentence()).get(name.start()).token().start(),
                                words.get(name.sentence()).get(name.end() - 1).token().end())
                            + "}")
                .toList());
    String onlyNames =
        expected == null
            ? ""
            : String.join(
                " ",
                java.util.regex.Pattern.compile("\\{[^}]*\\}")
                    .matcher(expected)
                    .results()
                    .map(java.util.regex.MatchResult::group)
                    .toList());
    assertThat(settled).isEqualTo(onlyNames);
  }

  private static void addSpan(
      List<NameWord> words, int sentence, int[] given, String type, List<NameSpan> found) {
    int start = -1;
    int end = -1;
    for (int i = 0; i < words.size(); i++) {
      boolean inside =
          words.get(i).token().start() < given[1] && given[0] < words.get(i).token().end();
      start = inside && start < 0 ? i : start;
      end = inside ? i + 1 : end;
    }
    if (start >= 0) {
      found.add(new NameSpan(sentence, start, end, type));
    }
  }

  private static String type(char letter) {
    return letter == 'P' ? "PERSON" : letter == 'L' ? "LOCATION" : "ORGANIZATION";
  }
}
