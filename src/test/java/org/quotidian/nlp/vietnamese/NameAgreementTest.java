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
          Bộ trưởng Tài chính {O Anh Simon Berg} ký. | {L Anh} {P Simon Berg}
          Thủ môn {P Ba Lan Lech Zemba} bắt tốt.    | {L Ba Lan} {P Lech Zemba}
          Diễn viên gốc {L Việt Linh Duvall} đến.   | {L Việt} {P Linh Duvall}
          Ca sĩ {P Hàn Thái Tú} hát.                | {P Hàn Thái Tú}
          Thứ trưởng {O Bộ Ngoại giao Kyaw Tun} đến. | {O Bộ Ngoại giao} {P Kyaw Tun}
          Bộ trưởng {O Bộ Tài chính Ngô Hải Đường} ký. | {O Bộ Tài chính} {P Ngô Hải Đường}
          GIÁM ĐỐC {O SỞ XÂY DỰNG PHAN ĐÌNH TÙNG} ký. | {O SỞ XÂY DỰNG} {P PHAN ĐÌNH TÙNG}
          Hiệu trưởng {O Trường THPT Ngô Quyền} ký. | {O Trường THPT Ngô Quyền}
          Gặp chủ tịch {O phường VÕ HỮU PHƯỚC} sáng nay. | {P VÕ HỮU PHƯỚC}
          CHỦ {P TỊCH XÃ LÊ MINH HẢI} cho biết vậy. | {P LÊ MINH HẢI}
          Chủ tịch {L huyện Đặng} {P Thu Hường} về. | {P Đặng Thu Hường}
          Ở {L huyện Sông Hinh} {P Lê Hoa} về.      | {L huyện Sông Hinh} {P Lê Hoa}
          Cô {P Lê Thu Nga} về. {L Nga} kể ở {P Nga} lạnh. | {P Lê Thu Nga} {P Nga} {L Nga}
          Chị {L Nga} bán hàng. {L Nga} rất vui.    | {P Nga} {P Nga}
          {P Nga} phản đối. Quan hệ {P Nga} – {L Mỹ} xấu đi. | {L Nga} {L Nga} {L Mỹ}
          Cầu thủ {O Pháp} ghi bàn vào lưới {L Pháp}. | {O Pháp} {L Pháp}
          Bà {P Mai Khuê} đến. Rồi MAI KHUÊ đi.     | {P Mai Khuê} {P MAI KHUÊ}
          Bà {P Heyden} và ông von der {P Heyden} đến. | {P Heyden} {P von der Heyden}
          Ông {P Sir Alan Reed} và {P ThS. Lê Hoa} ký. | {P Alan Reed} {P Lê Hoa}
          Bản {M Galaxy} và {M Galaxy}, hãng {P Galaxy}. | {M Galaxy} {M Galaxy} {M Galaxy}
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
    return switch (letter) {
      case 'P' -> "PERSON";
      case 'L' -> "LOCATION";
      case 'O' -> "ORGANIZATION";
      default -> NameTagger.OTHER_NAME;
    };
  }
}
