package org.quotidian.nlp.vietnamese;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeadlinesTest {

  private static final VietnameseSentences TEXT = VietnameseSentences.load();
  private static final Headlines HEADLINES = Headlines.load();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          BÀ LÒ THỊ MẨY VÀ CHỒNG BÁN NHÀ CHO CON         | bà Lò Thị Mẩy và chồng bán nhà cho con
          NGƯỜI DÂN CÁC XÃ Ở HÀ NỘI ĐƯỢC CẤP NƯỚC SẠCH    | người dân các xã ở Hà Nội được cấp nước sạch
          TỔ CHỨC NATO VÀ CÁC NƯỚC ĐÃ KÝ                  | tổ chức NATO và các nước đã ký
          LÒ THỊ MẨY                                      | LÒ THỊ MẨY
          UBND TP.HCM                                     | UBND TP. HCM
          Bà MẨY ĐÃ BÁN NHÀ CHO CON                       | Bà MẨY ĐÃ BÁN NHÀ CHO CON
          CA SĨ PHẠM CÔNG HIỂN CHIA TAY KHÁN GIẢ Ở QUÊ    | ca sĩ Phạm Công Hiển chia tay khán giả ở quê
          ÔNG HENRY CALLOWAY ĐÃ VỀ NƯỚC SÁNG NAY          | ông Henry Calloway đã về nước sáng nay
          """)
  void readsAHeadlineAsTheArticleIsWritten(String headline, String expected) {
    String article = headline + "\n\nHôm qua bà Lò Thị Mẩy đã đi xa.";
    List<List<NameWord>> words = HEADLINES.inSmallLetters(NameWord.of(TEXT.sentences(article)));
    assertThat(words.get(0).stream().map(NameWord::form).collect(Collectors.joining(" ")))
        .isEqualTo(expected);
  }
}
