package org.quotidian.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** The results of the views, with which the rankings of the report must agree. */
class ViewsTest {

  @Nested
  class OnHsqldb extends Behaviour {}

  @Nested
  @Tag("server")
  class OnPostgres extends Behaviour {}

  abstract static class Behaviour extends StoreTest {

    private int rows;

    @Override
    @BeforeEach
    void open(TestInfo test) {
      super.open(test);
      article("1", "news", "2026-05-04T08:15:00+01:00");
      article("2", "news", "2026-05-XX");
      article("3", "news", "");
      article("4", "other", "2026-05-04");
      quote("1", "direct", "Marianne Okafor", "PERSON");
      quote("1", "mixed", "Marianne Okafor", "PERSON");
      quote("1", "direct", "H.", "PERSON");
      quote("2", "indirect", "Marianne Okafor", "PERSON");
      quote("2", "direct", "Nguyễn Thị H.", "PERSON");
      quote("2", "direct", "N.T.H", "PERSON");
      quote("2", "direct", "Th.", "PERSON");
      quote("2", "direct", "Nguyễn Văn Ng .", "PERSON");
      quote("2", "direct", "H.V. H", "PERSON");
      quote("2", "direct", "Q", "PERSON");
      quote("2", "direct", "Samuel L. Arkwright Jr.", "PERSON");
      quote("2", "indirect", "U.N.", "ORGANIZATION");
      quote("3", "indirect", "Marianne Okafor", "PERSON");
      quote("3", "indirect", "a witness", "UNNAMED");
      quote("4", "direct", "Marianne Okafor", "PERSON");
      sentence("1", 0, "body");
      sentence("1", 1, "boilerplate");
      sentence("2", 0, "body");
      mention("1", "PERSON", "Okafor", "Marianne Okafor");
      mention("1", "PERSON", "she", "Marianne Okafor");
      mention("2", "PERSON", "Okafor", "Marianne Okafor");
      mention("1", "LOCATION", "Tarn", "");
      mention("1", "PERSON", "H.", "H.");
      mention("1", 1, "PERSON", "Orla Penhaligon", "Orla Penhaligon");
      mention("1", "DATE", "Monday", "");
    }

    private CorpusStatistics statistics() {
      return new CorpusStatistics(client, "news");
    }

    @Test
    void speakersAreCountedButNotThoseWhoseNamesAreCutToInitials() {
      assertThat(
              answer(
                  "select canonical_speaker, quotes, direct, mixed, indirect, articles from speakers"
                      + " where corpus = 'news' order by quotes desc, canonical_speaker"))
          .containsExactly(
              "Marianne Okafor 4 1 1 2 3", "Samuel L. Arkwright Jr. 1 1 0 0 1", "U.N. 1 0 0 1 1");
      assertThat(statistics().mostQuoted(List.of("PERSON"), 1))
          .containsExactly(new CorpusStatistics.Source("Marianne Okafor", "PERSON", 1, 1, 2, 3));
    }

    @Test
    void speakersAreCountedByMonthAlsoWhereItIsNotKnown() {
      assertThat(
              answer(
                  "select published_month, quotes, articles from speakers_per_month"
                      + " where corpus = 'news' and canonical_speaker = 'Marianne Okafor'"
                      + " order by quotes desc"))
          .containsExactly("2026-05 3 2", "null 1 1");
    }

    @Test
    void quotesAreEverybodys() {
      assertThat(answer("select count(*) from quotes where corpus = 'news'")).containsExactly("14");
    }

    @Test
    void mentionsAreCountedByTheDayThatIsKnown() {
      assertThat(
              answer(
                  "select published_day, entity_type, canonical, mentions, articles from"
                      + " mentions_per_day where corpus = 'news' order by entity_type, canonical"))
          .containsExactly(
              "2026-05-04 LOCATION Tarn 1 1",
              "2026-05-04 PERSON H. 1 1",
              "2026-05-04 PERSON Marianne Okafor 2 1",
              "2026-05-04 PERSON Orla Penhaligon 1 1");
    }

    @Test
    void whoIsNamedInByLinesIsNotAmongTheMostNamed() {
      assertThat(statistics().mostNamed("PERSON", 9))
          .containsExactly(new CorpusStatistics.Name("Marianne Okafor", 3, 2));
    }

    @Test
    void rankingsAgreeWithTheViews() {
      for (String name :
          List.of(
              "", "A", ".", "Q.", "Ann", "Li Jr.", "Li Sr.", "Li jr.", "Jr.", "A.B", "Li. Q",
              "Li Q", "Đ.", "Li. Qu", "H.V. H", "Phạm N", "P. Jr.", "x Jr. Q", "\\_", "%.", "%._",
              "Mai.%")) {
        for (String type : List.of("PERSON", "ORGANIZATION", "LOCATION")) {
          quote("1", "direct", name, type);
          mention("1", type, name, name);
        }
      }
      client.sql("update article set skipped = true where article_id = '2'").update();
      for (String type : List.of("PERSON", "ORGANIZATION", "LOCATION")) {
        assertThat(statistics().mostQuoted(List.of(type), 99).stream().map(source -> source.name()))
            .containsExactlyInAnyOrderElementsOf(
                answer(
                    "select canonical_speaker from speakers where corpus = 'news'"
                        + " and speaker_type = '%s'".formatted(type)));
        assertThat(
                statistics().mostNamed(type, 99).stream()
                    .map(name -> name.name() + " " + name.mentions()))
            .containsExactlyInAnyOrderElementsOf(
                answer(
                    "select canonical, count(*) from named_mentions where corpus = 'news'"
                        + " and entity_type = '%s' group by canonical".formatted(type)));
      }
    }

    private List<String> answer(String sql) {
      return client
          .sql(sql)
          .query(
              (row, number) -> {
                StringBuilder line = new StringBuilder(String.valueOf(row.getObject(1)));
                for (int i = 2; i <= row.getMetaData().getColumnCount(); i++) {
                  line.append(' ').append(row.getObject(i));
                }
                return line.toString();
              })
          .list();
    }

    private void article(String id, String corpus, String published) {
      client
          .sql(
              """
            insert into article (article_id, corpus, source, record, title, author, published, lang,
              characters, sentences, entities, quotes, sha256, run_id, extracted_at, content)
            values (:id, :corpus, '', '', '', '', :published, 'en', 0, 0, 0, 0, '', 1,
              current_timestamp, '')
            """)
          .params(Map.of("id", id, "corpus", corpus, "published", published))
          .update();
    }

    private void quote(String article, String type, String speaker, String speakerType) {
      client
          .sql(
              """
            insert into quote (article_id, quote, quote_type, sentence, start_offset, end_offset,
              content, verbatim, speaker, canonical_speaker, speaker_type, cue, via, confidence)
            values (:article, :number, :type, 0, 0, 0, '', '', '', :speaker, :speakerType, '', '', 1)
            """)
          .params(
              Map.of(
                  "article", article,
                  "number", ++rows,
                  "type", type,
                  "speaker", speaker,
                  "speakerType", speakerType))
          .update();
    }

    private void sentence(String article, int number, String section) {
      client
          .sql(
              """
            insert into sentence (article_id, sentence, paragraph, section, start_offset, end_offset,
              content)
            values (:article, :number, 0, :section, 0, 0, '')
            """)
          .params(Map.of("article", article, "number", number, "section", section))
          .update();
    }

    private void mention(String article, String type, String text, String canonical) {
      mention(article, 0, type, text, canonical);
    }

    private void mention(String article, int sentence, String type, String text, String canonical) {
      client
          .sql(
              """
            insert into entity (article_id, entity, sentence, entity_type, start_offset, end_offset,
              content, canonical, normalized)
            values (:article, :number, :sentence, :type, 0, 0, :text, :canonical, '')
            """)
          .params(
              Map.of(
                  "article", article,
                  "sentence", sentence,
                  "number", ++rows,
                  "type", type,
                  "text", text,
                  "canonical", canonical))
          .update();
    }
  }
}
