package org.quotidian.nlp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.quotidian.model.EntityMention;
import org.quotidian.model.EntityType;
import org.quotidian.nlp.FullNames.Custom;

class FullNamesTest {

  @Test
  void lastSyllableStandsForAVietnameseName() {
    assertThat(vietnamese("PERSON Trần Quốc Bảo; PERSON Lê Thu Hà; PERSON Bảo; PERSON Hà"))
        .containsExactly("Trần Quốc Bảo", "Lê Thu Hà", "Trần Quốc Bảo", "Lê Thu Hà");
  }

  @Test
  void shorterFormsLeadStepByStepToTheFullName() {
    assertThat(vietnamese("PERSON Ngọc Diệp; PERSON Phan Vũ Ngọc Diệp; PERSON Diệp"))
        .containsExactly("Phan Vũ Ngọc Diệp", "Phan Vũ Ngọc Diệp", "Phan Vũ Ngọc Diệp");
  }

  @Test
  void nearestFullNameBeforeIsMeant() {
    assertThat(vietnamese("PERSON Đỗ Văn Tú; PERSON Tú; PERSON Mai Anh Tú; PERSON Tú"))
        .containsExactly("Đỗ Văn Tú", "Đỗ Văn Tú", "Mai Anh Tú", "Mai Anh Tú");
  }

  @Test
  void initialsAreNames() {
    assertThat(vietnamese("PERSON Hồ Thị K.; PERSON K.; PERSON N.B.C.; PERSON C."))
        .containsExactly("Hồ Thị K.", "Hồ Thị K.", "N.B.C.", "N.B.C.");
  }

  @Test
  void familyNameStandsForAForeignName() {
    assertThat(western("PERSON Ingrid Solheim; PERSON Solheim; PERSON Ingrid"))
        .containsExactly("Ingrid Solheim", "Ingrid Solheim", "Ingrid Solheim");
    assertThat(western("PERSON Peter J. Novak; PERSON Peter Novak; PERSON Novak"))
        .containsExactly("Peter J. Novak", "Peter J. Novak", "Peter J. Novak");
  }

  @Test
  void firstWordStandsForNamesThatBeginWithTheFamily() {
    assertThat(vietnamese("PERSON Kang Min-ho; PERSON Kang"))
        .containsExactly("Kang Min-ho", "Kang Min-ho");
  }

  @Test
  void firstFamilyNameStandsForASpanishName() {
    assertThat(
            canonical(
                "PERSON Marta Olmedo Ríos; PERSON Olmedo; PERSON Marta Olmedo; PERSON Ríos",
                new FullNames(Custom.SPANISH, UnaryOperator.identity())))
        .containsOnly("Marta Olmedo Ríos");
  }

  @Test
  void familyNameOfOneCharacterStandsForAChineseName() {
    assertThat(
            canonical(
                "PERSON 陆知远; PERSON 陆; PERSON 知远; PERSON 安娜·贝格; PERSON 贝格",
                new FullNames(Custom.CHINESE, UnaryOperator.identity())))
        .containsExactly("陆知远", "陆知远", "陆知远", "安娜·贝格", "安娜·贝格");
  }

  @Test
  void genitiveIsTheSameName() {
    assertThat(
            canonical(
                "PERSON Ulrike Sanders; PERSON Sanders; PERSON Jonas Thiel; PERSON Thiels",
                NameRules.of("western", "s", "-").fullNames()))
        .containsExactly("Ulrike Sanders", "Ulrike Sanders", "Jonas Thiel", "Jonas Thiel");
  }

  @Test
  void acronymInBracketsStandsForTheLongForm() {
    assertThat(
            vietnamese(
                "ORGANIZATION Liên minh Thủ công Á châu; ( ORGANIZATION LTA; ) ORGANIZATION LTA"))
        .containsExactly(
            "Liên minh Thủ công Á châu", "Liên minh Thủ công Á châu", "Liên minh Thủ công Á châu");
    assertThat(western("ORGANIZATION Baltic Rail Forum; ( ORGANIZATION BRF; ) ORGANIZATION BRF"))
        .containsExactly("Baltic Rail Forum", "Baltic Rail Forum", "Baltic Rail Forum");
  }

  @Test
  void organisationLosesTheNounBeforeItsName() {
    assertThat(vietnamese("ORGANIZATION công ty Gạch Phú Lộc; ORGANIZATION Gạch Phú Lộc"))
        .containsExactly("công ty Gạch Phú Lộc", "công ty Gạch Phú Lộc");
    assertThat(western("ORGANIZATION Solvik Energy Group; ORGANIZATION Solvik"))
        .containsExactly("Solvik Energy Group", "Solvik Energy Group");
  }

  @Test
  void namesOfDifferentTypesStayApart() {
    assertThat(vietnamese("PERSON Vũ Hòa Bình; LOCATION Hòa Bình; LOCATION tỉnh Hòa Bình"))
        .containsExactly("Vũ Hòa Bình", "tỉnh Hòa Bình", "tỉnh Hòa Bình");
  }

  @Test
  void capitalsAndToneStyleMakeNoOtherName() {
    assertThat(vietnamese("PERSON LÝ THANH HÒA; PERSON Lý Thanh Hoà; PERSON Hòa"))
        .containsExactly("Lý Thanh Hoà", "Lý Thanh Hoà", "Lý Thanh Hoà");
  }

  @Test
  void amountsHaveNoName() {
    assertThat(vietnamese("NUMBER 29; PERSON Lan")).containsExactly("", "Lan");
  }

  private static List<String> vietnamese(String mentions) {
    return canonical(
        mentions,
        new FullNames(Custom.VIETNAMESE, word -> word.replace("oà", "òa").replace("OÀ", "ÒA")));
  }

  private static List<String> western(String mentions) {
    return canonical(mentions, new FullNames(Custom.WESTERN, UnaryOperator.identity()));
  }

  /** Mentions written as TYPE name; text between two of them follows the semicolon. */
  private static List<String> canonical(String mentions, FullNames names) {
    var text = new StringBuilder();
    var parsed = new ArrayList<EntityMention>();
    for (String part : mentions.split(";")) {
      String rest = part.strip();
      while (!Character.isUpperCase(rest.charAt(0))) {
        text.append(rest.charAt(0));
        rest = rest.substring(1).strip();
      }
      EntityType type = EntityType.valueOf(rest.substring(0, rest.indexOf(' ')));
      String name = rest.substring(rest.indexOf(' ') + 1);
      text.append(' ');
      parsed.add(new EntityMention(0, type, text.length(), text.length() + name.length(), "", ""));
      text.append(name).append(' ');
    }
    return names.in(text.toString(), parsed).stream().map(EntityMention::canonical).toList();
  }
}
