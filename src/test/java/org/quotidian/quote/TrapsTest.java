package org.quotidian.quote;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.quotidian.model.AnnotatedArticle;

/** One article with much that only looks like speech, and speech that is easily missed. */
class TrapsTest {

  private static final String TEXT =
      """
      Giám đốc Liên hiệp Bến cảng (LBC) Trần Văn Hải ngày 14-3 cho biết cơ quan này đang xem xét việc mở lại bến.
      Theo hãng tin Sông Xanh, ông Hải nói rằng một số chủ tàu đang lo về luồng lạch.
      Tỉnh đang vận động các chủ tàu rời bến cũ.
      Giám đốc Trần Văn Hải. Ảnh: Sông Xanh
      “Đây là việc khó nhưng phải làm ngay”, người đứng đầu LBC nhấn mạnh.
      “Chúng tôi nghe rõ những lo ngại ấy”, ông Hải nói, đồng thời cho biết các chủ tàu sẽ được hỏi ý kiến hay không”.
      Ông Hải đã từ chối cho biết ai sẽ trả tiền.
      Về phần mình, công ty Vận tải Sóng, vốn đã nhiều lần chậm nộp phí, tuần trước cho rằng mức phí là "quá cao" và làm "nản lòng chủ tàu".
      Sau phát biểu của ông Hải ngày 14-3, công ty này khẳng định “không có chuyện” bỏ bến, và rằng công ty “để ngỏ cửa” với mọi bên.
      Chủ tàu lo ngại khi ‘bắt tay’ với bến cảng
      (BSX)- Theo quy định, bến phải được nạo vét trước mùa mưa.""";

  @Test
  void speechIsFoundAndTheTrapsAreNot() {
    AnnotatedArticle article = SimpleTokens.article("vi", TEXT, "Trần Văn Hải", "Hải");
    assertThat(QuoteFinder.forLanguage("vi").find(article))
        .extracting(
            quote ->
                quote.type().label()
                    + " ["
                    + quote.span().in(TEXT)
                    + "] "
                    + (quote.speaker() == null ? "?" : quote.speaker().in(TEXT))
                    + " = "
                    + quote.canonicalSpeaker()
                    + (quote.via().isEmpty() ? "" : " via " + quote.via()))
        .containsExactly(
            "indirect [cơ quan này đang xem xét việc mở lại bến] Giám đốc Liên hiệp Bến cảng (LBC)"
                + " Trần Văn Hải = Trần Văn Hải",
            "indirect [một số chủ tàu đang lo về luồng lạch] ông Hải = Trần Văn Hải via Sông Xanh",
            "direct [Đây là việc khó nhưng phải làm ngay] người đứng đầu LBC = Trần Văn Hải",
            "direct [Chúng tôi nghe rõ những lo ngại ấy] ông Hải = Trần Văn Hải",
            "indirect [các chủ tàu sẽ được hỏi ý kiến hay không] ông Hải = Trần Văn Hải",
            "mixed [mức phí là \"quá cao\" và làm \"nản lòng chủ tàu\"] công ty Vận tải Sóng = công ty"
                + " Vận tải Sóng",
            "mixed [“không có chuyện” bỏ bến] công ty này = công ty này",
            "mixed [công ty “để ngỏ cửa” với mọi bên] công ty này = công ty này");
  }
}
