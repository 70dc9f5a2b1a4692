package org.quotidian.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quotidian.model.Span;

/** Scores of small hand-made documents. */
class EvaluationTest {

  private static Marking quote(String type, int start, int end, String speaker) {
    return new Marking(type, new Span(start, end), null, speaker, speaker);
  }

  private static Annotation document(String language, Marking... quotes) {
    return new Annotation("harbour", language, "", List.of(quotes), List.of());
  }

  private static Counts counts(Evaluation evaluation, String what, String measure) {
    return counts(evaluation, "all", what, measure);
  }

  private static Counts counts(Evaluation evaluation, String group, String what, String measure) {
    @Nullable Figure figure = evaluation.figure(group, what, measure);
    return figure == null ? Counts.NONE : figure.counts();
  }

  private static Evaluation evaluate(Annotation gold, Annotation result) {
    return Evaluation.of(List.of(gold), Map.of("harbour", result));
  }

  @Test
  void whatEqualsGoldIsRightInEveryMeasure() {
    Annotation gold = document("en", quote("direct", 10, 30, "Anna Berg"));
    Evaluation evaluation = evaluate(gold, gold);
    assertThat(counts(evaluation, "direct", "span exact").f1()).isEqualTo(1.0);
    assertThat(counts(evaluation, "direct", "end to end").f1()).isEqualTo(1.0);
    assertThat(evaluation.misses()).isEmpty();
  }

  @Test
  void aSpanThatCoversHalfIsFoundLooselyOnly() {
    Evaluation evaluation =
        evaluate(
            document("en", quote("indirect", 0, 100, "Berg")),
            document("en", quote("indirect", 0, 50, "Berg")));
    assertThat(counts(evaluation, "indirect", "span >= 0.3").right()).isEqualTo(1);
    assertThat(counts(evaluation, "indirect", "span >= 0.8").right()).isZero();
    assertThat(evaluation.misses()).extracting(Miss::kind).containsExactly(Miss.Kind.WRONG_SPAN);
  }

  @Test
  void oneNameMayHoldTheOther() {
    Evaluation evaluation =
        evaluate(
            document(
                "en", quote("direct", 0, 10, "Anna Berg"), quote("direct", 20, 30, "Tom Reed")),
            document("en", quote("direct", 0, 10, "Berg"), quote("direct", 20, 30, "Anna Berg")));
    assertThat(counts(evaluation, "marked", "speaker")).isEqualTo(new Counts(1, 2, 2));
    assertThat(evaluation.misses()).extracting(Miss::kind).containsExactly(Miss.Kind.WRONG_SPEAKER);
  }

  @Test
  void ironyThatWasGivenASpeakerIsCounted() {
    Evaluation evaluation =
        evaluate(
            document("en", quote("scare", 0, 10, ""), quote("scare", 20, 30, "")),
            document("en", quote("direct", 0, 10, "Anna Berg")));
    assertThat(counts(evaluation, "scare", "given a speaker")).isEqualTo(new Counts(1, 2, 2));
  }

  @Test
  void aDocumentWithoutResultsCountsAsNothingFound() {
    Evaluation evaluation =
        Evaluation.of(List.of(document("en", quote("direct", 0, 10, "Berg"))), Map.of());
    assertThat(counts(evaluation, "direct", "span exact")).isEqualTo(new Counts(0, 1, 0));
    assertThat(evaluation.misses()).extracting(Miss::kind).containsExactly(Miss.Kind.NOT_FOUND);
  }

  @Test
  void severalLanguagesAreMeasuredTogetherAndEachByItself() {
    Annotation english = document("en", quote("direct", 0, 10, "Berg"));
    Annotation vietnamese =
        new Annotation("cảng", "vi", "", List.of(quote("direct", 0, 10, "Hải")), List.of());
    Evaluation evaluation = Evaluation.of(List.of(english, vietnamese), Map.of("harbour", english));
    assertThat(evaluation.figure("en", "direct", "span exact")).isNotNull();
    assertThat(evaluation.figure("vi", "direct", "span exact"))
        .satisfies(figure -> assertThat(figure.counts().right()).isZero());
    assertThat(counts(evaluation, "direct", "span exact")).isEqualTo(new Counts(1, 2, 1));
  }

  @Test
  void theIntervalHoldsTheFigureAndIsTheSameEveryTime() {
    Annotation gold =
        document("en", quote("direct", 0, 10, "Berg"), quote("direct", 20, 30, "Reed"));
    Annotation half = document("en", quote("direct", 0, 10, "Berg"));
    List<Figure> first = evaluate(gold, half).figures();
    assertThat(first).allSatisfy(f -> assertThat(f.counts().f1()).isBetween(f.low(), f.high()));
    assertThat(evaluate(gold, half).figures()).isEqualTo(first);
  }

  @Test
  void namesAreScoredByTypeExactAndOverlapping() {
    var gold =
        new Annotation(
            "harbour",
            "en",
            "",
            List.of(),
            List.of(new Name("PERSON", new Span(0, 9)), new Name("LOCATION", new Span(20, 30))));
    var result =
        new Annotation(
            "harbour",
            "en",
            "",
            List.of(),
            List.of(new Name("PERSON", new Span(5, 9)), new Name("LOCATION", new Span(20, 30))));
    Evaluation evaluation = evaluate(gold, result);
    assertThat(counts(evaluation, "all names", "name exact")).isEqualTo(new Counts(1, 2, 2));
    assertThat(counts(evaluation, "all names", "name overlap")).isEqualTo(new Counts(2, 2, 2));
  }

  @Test
  void readsGoldLinesAndTheCsvOfARun(@TempDir Path folder) throws IOException {
    Path gold = folder.resolve("gold.jsonl");
    Files.writeString(
        gold,
        """
        {"doc": "harbour", "language": "en", "text": "“No,” Anna Berg said.", "quotes": [{"type": "direct", \
        "start": 1, "end": 4, "speaker_start": 6, "speaker_end": 15, "speaker": "Anna Berg", \
        "canonical": "Anna Berg", "cue": "said"}], "entities": [{"start": 6, "end": 15, "type": "PERSON"}]}
        """);
    Files.writeString(
        folder.resolve("quotes.csv"),
        "\uFEFFarticle_id,source,type,start,end,text,speaker,speaker_start,speaker_end,canonical_speaker\r\n"
            + "1,in/harbour.txt,direct,1,4,\"a \\ \"\"b\"\"\nc\",Anna Berg,6,15,Anna Berg\r\n");
    Files.writeString(
        folder.resolve("entities.csv"), "source,type,start,end\r\nin/harbour.txt,PERSON,6,15\r\n");
    Evaluation evaluation = Evaluation.of(GoldFile.read(gold), ResultFiles.read(folder));
    assertThat(counts(evaluation, "direct", "end to end")).isEqualTo(new Counts(1, 1, 1));
    assertThat(counts(evaluation, "PERSON", "name exact")).isEqualTo(new Counts(1, 1, 1));
  }

  @Test
  void theMainFiguresAreAlsoGivenByGenreAndSource(@TempDir Path folder) throws IOException {
    Path gold = folder.resolve("gold.jsonl");
    Files.writeString(
        gold,
        """
        {"doc": "a", "genre": "sport", "source": "Tin", "quotes": [{"type": "direct", "start": 0, "end": 4}],
         "entities": [{"type": "PERSON", "start": 0, "end": 4}]}
        {"doc": "b", "genre": "law", "source": "Tin", "entities": [{"type": "PERSON", "start": 0, "end": 4}]}
        """
            .replace(",\n ", ", "));
    List<Annotation> documents = GoldFile.read(gold);
    Evaluation evaluation = Evaluation.of(documents, Map.of("a", documents.get(0)));
    assertThat(evaluation.figures().stream().map(Figure::group).distinct())
        .containsExactly("all", "genre law", "genre sport", "source Tin");
    assertThat(counts(evaluation, "genre sport", "PERSON", "name exact"))
        .isEqualTo(new Counts(1, 1, 1));
    assertThat(counts(evaluation, "genre law", "PERSON", "name exact"))
        .isEqualTo(new Counts(0, 1, 0));
    assertThat(counts(evaluation, "source Tin", "marked", "end to end"))
        .isEqualTo(new Counts(1, 1, 1));
    assertThat(evaluation.figure("source Tin", "direct", "end to end")).isNull();
  }

  @Test
  void aMissIsShownWithTheWordsAroundIt() {
    var gold =
        new Annotation(
            "harbour",
            "en",
            "“No,” Anna Berg said.",
            List.of(quote("direct", 1, 4, "Anna Berg")),
            List.of());
    assertThat(Evaluation.of(List.of(gold), Map.of()).misses().get(0).line())
        .isEqualTo("harbour: NOT_FOUND gold direct by 'Anna Berg'\n    “[No,]” Anna Berg said.");
  }

  @Test
  void badGoldIsNamedWithItsLine(@TempDir Path folder) throws IOException {
    Path gold = folder.resolve("gold.jsonl");
    Files.writeString(gold, "\n{\"doc\": \"a\", \"quotes\": [{\"type\": \"direct\"}]}\n");
    assertThatThrownBy(() -> GoldFile.read(gold))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("line 2");
  }
}
