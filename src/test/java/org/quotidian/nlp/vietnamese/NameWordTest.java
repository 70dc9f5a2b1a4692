package org.quotidian.nlp.vietnamese;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameWordTest {

  private static final VietnameseSentences TEXT = VietnameseSentences.load();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          Đội U -23 Lào đến sớm    | Đội_U23_Lào_đến_sớm
          Đội U-23 và U.22 cùng ở  | Đội_U23_và_U22_cùng_ở
          Tổ PC 02 bắt hai gã      | Tổ_PC02_bắt_hai_gã
          Chị H ' Len ở M’ Drắk    | Chị_H'Len_ở_M’Drắk
          Xe về T X.Thái Hoà       | Xe_về_TX._Thái_Hòa
          Xe về TX.Thái Hoà        | Xe_về_TX._Thái_Hòa
          Lớp A ‘chọn’ có C 7 em   | Lớp_A_‘_chọn_’_có_C_7_em
          """)
  void tornWordsAreOne(String text, String expected) {
    List<NameWord> words = NameWord.of(TEXT.sentences(text)).get(0);
    assertThat(words.stream().map(NameWord::form).collect(Collectors.joining("_")))
        .isEqualTo(expected);
  }

  @Test
  void aTornWordReachesOverAllItsParts() {
    NameWord word = NameWord.of(TEXT.sentences("Đội U -23 Lào")).get(0).get(1);
    assertThat(word.token().start()).isEqualTo(4);
    assertThat(word.token().end()).isEqualTo(9);
  }

  @Test
  void aLineThatEndsInTpGoesOnInTheNext() {
    assertThat(TEXT.sentences("Ông ở Công an TP.\n\nSông Cầu hôm qua.")).hasSize(1);
    assertThat(TEXT.sentences("Ông ở đó.\n\nSông Cầu cạn.")).hasSize(2);
  }
}
