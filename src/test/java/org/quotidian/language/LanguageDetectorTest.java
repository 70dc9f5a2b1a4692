package org.quotidian.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quotidian.annotate.Language;

class LanguageDetectorTest {

  private static final LanguageDetector DETECTOR = new LanguageDetector(Language.knownCodes());

  private static final String VIETNAMESE =
      "Chợ hoa trên bến Lạch Trầm mở cửa từ bốn giờ sáng, và người bán ở đây cho biết năm nay khách đông"
          + " hơn mọi năm. Bà Tô Thị Mận nói rằng bà đã bán hết số hoa cúc mang theo chỉ trong hai giờ.";

  private static final String ENGLISH =
      "The flower market on the quay opens at four in the morning, and the sellers say there were more"
          + " customers this year than in any other. Ann Lund said she had sold all her asters in two hours.";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          vi | Chợ hoa mở cửa sớm
          vi | Bến phà sông Lạch tạm nghỉ
          vi | Chu tich xa cho biet nguoi dan se duoc den bu trong thang nay
          vi | Ba Man noi rang ba da ban het so hoa cuc mang theo chi trong hai gio
          vi | Theo ban quan ly, cho hoa tren ben song nay se mo cua tu bon gio sang
          en | The flower market opens early
          en | Ferry stops for three weeks
          en | He can then go to the hut and eat a ham bun in the sun
          en | Tin can man Tom Tran ran the ten km on the hot sand
          fr | Le marché aux fleurs ouvre à quatre heures du matin, disent les vendeurs
          es | El mercado de flores abre a las cuatro de la mañana, dicen los vendedores
          de | Der Blumenmarkt am Kai öffnet um vier Uhr früh, sagen die Händler
          it | Il mercato dei fiori sul molo apre alle quattro del mattino, dicono i venditori
          pt | O mercado das flores no cais abre às quatro da manhã, dizem os vendedores
          ru | Цветочный рынок на набережной открывается в четыре часа утра
          zh | 码头上的花市凌晨四点开门，卖家们说今年的顾客比往年多。
          ja | 波止場の花市場は朝四時に開きます。今年は客が多いと店の人は話した。
          hu | A rakparti virágpiac hajnali négykor nyit, mondják az árusok
          de | Brücke bleibt gesperrt
          fr | Le pont reste fermé
          es | El puente sigue cerrado
          it | Il ponte resta chiuso
          hu | A híd a jövő hónapig zárva marad
          zh | 大桥仍然关闭
          ar | الجسر لا يزال مغلقا
          ar | يفتح سوق الزهور على الرصيف في الرابعة صباحا كما يقول الباعة
          """)
  void tellsTheLanguage(String code, String text) {
    assertThat(DETECTOR.detect(text).code()).isEqualTo(code);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // Indonesian, Malay
        "Pasar bunga di tepi sungai itu buka mulai pukul empat pagi, kata para pedagang di sana.",
        "Ibu Mina mengatakan bahwa dia telah menjual semua bunganya hanya dalam dua jam.",
        "Pasar bunga di tepi sungai itu dibuka dari pukul empat pagi, menurut peniaga di situ.",
        // pinyin without tones
        "Matou shang de hua shi lingchen si dian kai men, mai jia men shuo jin nian de gu ke bi wang nian duo",
        "Ta shuo ta zai liang ge xiao shi nei mai wan le suo you de ju hua, ta hen gao xing",
        "Ni hao, wo men jin tian dao bei jing qu kan chang cheng, ming tian zai hui lai",
        // French, Spanish, German, Dutch, Tagalog, Swahili
        "Il a dit que tout va bien et que le pont sera ouvert au mois de mai",
        "La casa en la que vive mi tia no esta lejos de la plaza, y hay sol",
        "Das Boot kam am Montag an und man sah es vom Turm aus",
        "De boot kwam op maandag aan en men kon hem van de toren zien",
        "Ang palengke ng bulaklak ay bukas mula alas kuwatro ng umaga sabi ng mga nagtitinda",
        "Soko la maua linafunguliwa saa kumi alfajiri, wanasema wauzaji wa hapo",
      })
  void doesNotTakeShortWordsForVietnamese(String text) {
    assertThat(DETECTOR.detect(text).code()).isNotEqualTo("vi");
  }

  @Test
  void knowsVietnameseTypedWithoutMarks() {
    String unmarked =
        Normalizer.normalize(VIETNAMESE, Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .replace('đ', 'd');

    assertThat(DETECTOR.detect(unmarked).code()).isEqualTo("vi");
  }

  @Test
  void takesTheLanguageOfMostOfAPage() {
    assertThat(DETECTOR.detect(ENGLISH + "\n\n" + VIETNAMESE.repeat(4)).code()).isEqualTo("vi");
    assertThat(DETECTOR.detect(VIETNAMESE + "\n\n" + ENGLISH.repeat(4)).code()).isEqualTo("en");
    assertThat(DETECTOR.detect(VIETNAMESE.repeat(10) + ENGLISH.repeat(60)).code()).isEqualTo("en");
  }

  @Test
  void namesAndWordsOfAnotherLanguageDoNotMatter() {
    String german = "Die Brücke bleibt zu, sagte Frau Berg, denn niemand will etwas riskieren. ";
    String french =
        "Le pont reste fermé, a dit la maire, parce que personne ne veut rien risquer. ";
    assertThat(DETECTOR.detect(german + "“Wait and see”, said the New York Times.").code())
        .isEqualTo("de");
    assertThat(DETECTOR.detect(french.repeat(2) + "Nguyễn Văn Hải, Trần Thị Mai").code())
        .isEqualTo("fr");
    assertThat(DETECTOR.detect(ENGLISH + "\n\n" + german).code()).isEqualTo("en");
    assertThat(DETECTOR.detect(VIETNAMESE + "\n\n" + french).code()).isEqualTo("vi");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n", "12 + 34 = 46", "… — “”", "😀😀"})
  void textWithoutLettersIsUndetermined(String text) {
    assertThat(DETECTOR.detect(text)).isEqualTo(DetectedLanguage.UNDETERMINED);
  }

  @Test
  void isSafeToShare() {
    List<String> codes =
        IntStream.range(0, 200)
            .parallel()
            .mapToObj(i -> DETECTOR.detect(i % 2 == 0 ? VIETNAMESE : ENGLISH).code())
            .toList();

    for (int i = 0; i < codes.size(); i++) {
      assertThat(codes.get(i)).isEqualTo(i % 2 == 0 ? "vi" : "en");
    }
  }

  @Test
  void confidenceIsAShare() {
    for (String text : List.of(VIETNAMESE, ENGLISH, "a", "Ferry")) {
      assertThat(DETECTOR.detect(text).confidence()).isBetween(0.0, 1.0);
    }
  }
}
