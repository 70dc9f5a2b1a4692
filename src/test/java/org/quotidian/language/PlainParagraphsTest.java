package org.quotidian.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainParagraphsTest {

  /** Line ends are written as /, those that separate paragraphs as ¶ in what is expected. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Tiêu đề/Đoạn một./Đoạn hai.                       | Tiêu đề¶Đoạn một.¶Đoạn hai.
          Tiêu đề/Ông làm ở/Công ty Sao/từ lâu. Ông vui.    | Tiêu đề¶Ông làm ở/Công ty Sao/từ lâu. Ông vui.
          Tiêu đề/Theo bà/Lò Thị Mẩy/, chợ đã đóng./Hết.    | Tiêu đề¶Theo bà/Lò Thị Mẩy/, chợ đã đóng.¶Hết.
          Tiêu đề/Chợ Sao/đã đóng cửa.                      | Tiêu đề¶Chợ Sao/đã đóng cửa.
          Tiêu đề/Chợ đã đóng./chợ Sao                      | Tiêu đề¶Chợ đã đóng.¶chợ Sao
          Tiêu đề/Các món:/phở/bún                          | Tiêu đề¶Các món:¶phở/bún
          Tiêu đề/Máy mới/iPhone ra mắt                     | Tiêu đề¶Máy mới¶iPhone ra mắt
          không viết hoa/dòng nào/trong bài                 | không viết hoa¶dòng nào¶trong bài
          Tiêu đề//Ông nói//rồi đi                          | Tiêu đề¶Ông nói¶rồi đi
          """)
  void aLineThatBeginsInSmallLettersContinuesTheOneBefore(String lines, String expected) {
    String text = lines.replace('/', '\n');
    String paragraphs =
        String.join(
            "¶",
            PlainParagraphs.of(text).stream()
                .map(paragraph -> text.substring(paragraph.start(), paragraph.end()))
                .toList());
    assertThat(paragraphs.replace('\n', '/')).isEqualTo(expected);
  }
}
