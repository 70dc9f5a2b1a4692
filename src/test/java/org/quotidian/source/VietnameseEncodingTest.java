package org.quotidian.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VietnameseEncodingTest {

  private static final String TEXT =
      "Ông Đỗ Quốc Khải, trưởng trạm, cho biết xe máy phải chờ thêm vài ngày nữa. Cầu phao qua sông"
          + " Lạch đã được sửa chữa gần một tháng, mỗi sáng có hàng trăm người đi bộ qua lại.";

  /** The bytes of {@link #TEXT} read as ISO 8859-1. */
  private static final String MOJIBAKE =
      """
      VISCII | Ông Ð² Qu¯c Khäi, trß·ng trÕm, cho biªt xe máy phäi ch¶ thêm vài ngày næa. C¥u phao qua sông LÕch ðã ðßþc sØa chæa g¥n mµt tháng, m²i sáng có hàng tråm ngß¶i ði bµ qua lÕi.
      VPS    | Ông ñ\u0087 QuÓc Khäi, trÜªng tråm, cho bi\u0089t xe máy phäi ch© thêm vài ngày n»a. CÀu phao qua sông Låch Çã ÇÜ®c sºa ch»a gÀn m¶t tháng, m\u0087i sáng có hàng træm ngÜ©i Çi b¶ qua låi.
      TCVN3  | ¤ng §ç Quèc Kh¶i, tr\u00ADëng tr¹m, cho biÕt xe m¸y ph¶i chê thªm vµi ngµy n÷a. CÇu phao qua s«ng L¹ch ®· ®\u00ADîc söa ch÷a gÇn mét th¸ng, mçi s¸ng cã hµng tr¨m ng\u00ADêi ®i bé qua l¹i.
      VNI    | Oâng Ñoã Quoác Khaûi, tröôûng traïm, cho bieát xe maùy phaûi chôø theâm vaøi ngaøy nöõa. Caàu phao qua soâng Laïch ñaõ ñöôïc söûa chöõa gaàn moät thaùng, moãi saùng coù haøng traêm ngöôøi ñi boä qua laïi.
      """;

  private final TextDecoder decoder = new TextDecoder();

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = MOJIBAKE)
  void isToldFromTheText(String encoding, String mojibake) throws Exception {
    DecodedText decoded = decoder.decode(bytes(mojibake));

    assertThat(decoded.text()).isEqualTo(TEXT);
    assertThat(decoded.charset()).isEqualTo(encoding);
    assertThat(decoded.confidence()).isGreaterThan(90);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = MOJIBAKE)
  void isChosenByName(String encoding, String mojibake) throws Exception {
    assertThat(TextDecoder.of(encoding).decode(bytes(mojibake)).text()).isEqualTo(TEXT);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = MOJIBAKE)
  void isNotHiddenByADeclarationThatProgramsWriteByDefault(String encoding, String mojibake)
      throws Exception {
    String page = "<meta charset='iso-8859-1'><title>x</title><p>" + mojibake;

    assertThat(new HtmlPage(decoder).read(bytes(page)).text()).contains(TEXT);
  }

  @ParameterizedTest
  @CsvSource({"abc, TCVN3", "x-viet-vps, VPS", "tcvn-5712, TCVN5712", "vni-win, VNI"})
  void isKnownByItsOtherNames(String alias, String encoding) {
    assertThat(Encodings.named(alias)).map(Charset::name).contains(encoding);
  }

  /**
   * Every table contains the whole alphabet, each letter with each tone, except for TCVN3's
   * capitals.
   */
  @ParameterizedTest
  @ValueSource(strings = {"VISCII", "VPS", "TCVN5712", "TCVN3", "VNI"})
  void hasTheWholeAlphabet(String encoding) {
    StringBuilder all = new StringBuilder();
    Charset charset = Encodings.named(encoding).orElseThrow();
    for (int first = 1; first < 256; first++) {
      all.append(TextDecoder.strictly(charset, new byte[] {(byte) first})).append(' ');
      for (int second = 0x80; second < 256 && first < 0x100; second++) {
        all.append(TextDecoder.strictly(charset, new byte[] {(byte) first, (byte) second}));
        all.append(' ');
      }
    }
    String letters = Normalizer.normalize(all, Normalizer.Form.NFC);
    for (String vowel : "a ă â e ê i o ô ơ u ư y đ".split(" ")) {
      for (String tone : vowel.equals("đ") ? new String[] {""} : TONES) {
        String letter = Normalizer.normalize(vowel + tone, Normalizer.Form.NFC);
        assertThat(letters).contains(letter);
        if (!encoding.equals("TCVN3")) {
          assertThat(letters).contains(letter.toUpperCase(Locale.ROOT));
        }
      }
    }
  }

  private static final String[] TONES = {"", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"};

  @Test
  void textThatDoesNotFitTheJobsEncodingIsAFailure() {
    assertThatThrownBy(() -> TextDecoder.of("TCVN3").decode(TEXT.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(SourceException.class)
        .hasMessageContaining("not TCVN3, the encoding set in the job file");
    assertThatThrownBy(() -> TextDecoder.of("VPS").decode(TEXT.getBytes(StandardCharsets.UTF_8)))
        .hasMessageContaining("probably not VPS")
        .hasMessageContaining("of 100");
    assertThatThrownBy(() -> TextDecoder.of("UTF-8").decode(bytes(TEXT.replaceAll("\\P{L}", ""))))
        .hasMessageContaining("not UTF-8, the encoding set in the job file");
  }

  @ParameterizedTest
  @CsvSource({"TCVN-3, TCVN3", "vscii, VISCII", "windows1258, windows-1258", "utf8x, UTF-8"})
  void anUnknownNameComesWithASuggestion(String name, String meant) {
    assertThatThrownBy(() -> TextDecoder.of(name))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("did you mean " + meant + "?");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Là où la rivière s’élargit, le maire a inauguré samedi un marché très attendu.",
        "A ponte não será reaberta antes do verão, disse o presidente da câmara à rádio.",
        "Der Bürgermeister sagte am Mittwoch, die Fähre über den Fluss fahre künftig häufiger.",
        "El año pasado la señora Ibáñez compró también el café de la esquina, según su dueño.",
        "Żółta łódź płynęła środkiem rzeki, a mieszkańcy stali na moście i machali."
      })
  void otherLanguagesAreNotTakenForVietnamese(String text) throws Exception {
    String charset = text.startsWith("Ż") ? "windows-1250" : "windows-1252";

    assertThat(VietnameseEncoding.decode(text.getBytes(Charset.forName(charset)))).isNull();
  }

  private static byte[] bytes(String latin1) {
    return latin1.getBytes(StandardCharsets.ISO_8859_1);
  }
}
