package org.quotidian.quote;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quotidian.model.AnnotatedArticle;
import org.quotidian.model.Quote;

/**
 * Languages in which all that belongs to a noun or a verb stands before it, by the lists of Chinese
 * and tags that are given here, so that no model is needed. Words are parted by blanks, which the
 * rules do not see.
 */
class ModifiersFirstTest {

  private static final Map<String, String> TAGS =
      Map.ofEntries(
          Map.entry("NR", "林晓梅|陈建国|巴黎|法国|法新社|世界报|周海"),
          Map.entry("NN", "大桥|市长|官员|记者|姓名|计划|总统|消息|报道|春天|声明|大使|媒体|居民|错误|代表|水位|损失|女士|英国"),
          Map.entry("NT", "昨天|3日"),
          Map.entry(
              "VV", "说|表示|称|指出|开放|发表|强调|告诉|拒绝|宣布|承认|关闭|公开|将会|预计|达到|写道|称为|撤军|驻|看来|重建|道歉|介绍|高喊"),
          Map.entry("VC", "是"),
          Map.entry("VA", "安全|危险"),
          Map.entry("AD", "还|也|不|很|将|非常|同时|但|而|明天"),
          Map.entry("CC", "并|和"),
          Map.entry("P", "在|据|对|把|被|向"),
          Map.entry("LC", "中|时|后"),
          Map.entry("DEG", "的"),
          Map.entry("PN", "他|她|我们|他们"),
          Map.entry("CD", "一"),
          Map.entry("M", "名|座"),
          Map.entry("DT", "这"),
          Map.entry("PU", "，|。|：|“|”|《|》|、|；|（|）|！|？"));

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          林晓梅 说 ， 大桥 很 安全 。                             ; 林晓梅: 大桥很安全
          法国 总统 陈建国 昨天 在 巴黎 表示 ， 大桥 很 安全 。       ; 法国总统陈建国: 大桥很安全
          市长 林晓梅 女士 昨天 宣布 大桥 明天 开放 。                ; 市长林晓梅女士: 大桥明天开放
          一 名 不 公开 姓名 的 官员 承认 ， 大桥 很 危险 。          ; 官员: 大桥很危险
          她 还 告诉 记者 ， 大桥 明天 关闭 。                       ; 她: 大桥明天关闭
          林晓梅 说 ， 大桥 很 安全 ， 并 强调 计划 是 错误 。         ; 林晓梅: 大桥很安全 / 林晓梅: 计划是错误
          林晓梅 说 ， 大桥 很 安全 ， 而 陈建国 表示 ， 水位 很 危险 。 ; 林晓梅: 大桥很安全 / 陈建国: 水位很危险
          陈建国 发表 声明 ， 称 大桥 明天 开放 。                    ; 陈建国: 大桥明天开放
          林晓梅 在 巴黎 说 ： “ 我们 重建 大桥 。 ”                  ; 林晓梅: 我们重建大桥。
          “ 我们 明天 重建 大桥 。 ” 林晓梅 昨天 在 巴黎 说 。          ; 林晓梅: 我们明天重建大桥。
          “ 我们 明天 重建 大桥 ” ， 林晓梅 说 。                     ; 林晓梅: 我们明天重建大桥
          林晓梅 表示 ， 这 座 “ 大桥 ” 很 危险 。                    ; 林晓梅: 这座“大桥”很危险
          “ 大桥 ” 代表 周海 指出 ， 水位 很 危险 。                   ; “大桥”代表周海: 水位很危险
          据 法新社 报道 ， 大桥 明天 开放 。                        ; 法新社: 大桥明天开放
          据 法国 《 世界报 》 3日 消息 ， 大桥 明天 开放 。            ; 法国《世界报》: 大桥明天开放
          据 法新社 报道 ， 林晓梅 昨天 表示 ， 大桥 很 安全 。          ; 林晓梅: 大桥很安全
          报道 称 ， 大桥 很 安全 。                                ; 报道: 大桥很安全
          在 林晓梅 看来 ， 大桥 很 危险 。                          ; 林晓梅: 大桥很危险
          英国 驻 法国 大使 林晓梅 在 声明 中 说 ， 大桥 很 安全 。      ; 英国驻法国大使林晓梅: 大桥很安全
          林晓梅 把 计划 称为 “ 错误 ” 。                           ; 林晓梅: 错误
          计划 被 居民 称为 “ 错误 ” 。                             ; 居民: 错误
          居民 高喊 “ 重建 大桥 ” 。                               ; 居民: 重建大桥
          林晓梅 宣布 撤军 后 ， 大桥 开放 。                        ;
          损失 预计 将 达到 大桥 。                                 ;
          林晓梅 拒绝 承认 ， 大桥 很 危险 。                         ;
          林晓梅 开放 “ 大桥 ” 。                                  ;
          """)
  void whoSaidWhat(String text, String expected) {
    AnnotatedArticle article = article(text);
    assertThat(
            QuoteFinder.forLanguage("zh").find(article).stream()
                .map(quote -> shown(quote, text).replace(" ", ""))
                .collect(Collectors.joining(" / ")))
        .isEqualTo(expected == null ? "" : expected.replace(": ", ":"));
  }

  @Test
  void agencyThatRelaysIsVia() {
    Quote quote =
        QuoteFinder.forLanguage("zh").find(article("据 法新社 报道 ， 林晓梅 昨天 表示 ， 大桥 很 安全 。")).get(0);

    assertThat(quote.canonicalSpeaker()).isEqualTo("林晓梅");
    assertThat(quote.cue()).isNotNull();
  }

  /** Tokens of a text without blanks, in which a name was parted or joined with its verb. */
  @Test
  void namesThatWerePartedWronglyAreFoundAgain() {
    String text = "林晓梅 说 ， 大桥 很 安全 。\n林晓梅说 ， 水位 很 危险 。";

    assertThat(QuoteFinder.forLanguage("zh").find(article(text)))
        .extracting(quote -> shown(quote, text).replace(" ", ""))
        .containsExactly("林晓梅:大桥很安全", "林晓梅:水位很危险");
  }

  private static AnnotatedArticle article(String text) {
    return SimpleTokens.article("zh", text, ModifiersFirstTest::tag, "林晓梅", "陈建国", "周海");
  }

  private static String shown(Quote quote, String text) {
    return (quote.speaker() == null ? "" : quote.speaker().in(text)) + ":" + quote.span().in(text);
  }

  private static String tag(String word) {
    return TAGS.entrySet().stream()
        .filter(tag -> ("|" + tag.getValue() + "|").contains("|" + word + "|"))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(word.endsWith("说") ? "VV" : "X");
  }
}
