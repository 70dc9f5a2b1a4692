package org.quotidian.batch;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.quotidian.JsonSchemas;
import org.quotidian.report.Summary;
import org.quotidian.report.SummaryFile;
import org.quotidian.store.Run;
import tools.jackson.databind.json.JsonMapper;

/** The job from folder to CSV, with annotators that need no model. */
class ExtractionJobTest extends JobOnFolder {
  @Test
  void everyArticleBecomesRowsWhoseOffsetsHold() throws IOException {
    GeneratedArticles.write(input, 30, 1);

    RunResult result = run();

    assertThat(result.run().status()).isEqualTo(Run.Status.COMPLETED);
    assertThat(result.run().done()).isEqualTo(30);
    assertThat(rows("articles")).hasSize(30);
    assertThat(rows("sentences"))
        .isNotEmpty()
        .allSatisfy(
            row -> {
              String text = Files.readString(input.resolve(row.get("source")));
              int[] codePoints = text.codePoints().toArray();
              int start = Integer.parseInt(row.get("start"));
              int end = Integer.parseInt(row.get("end"));
              assertThat(new String(codePoints, start, end - start)).isEqualTo(row.get("text"));
            });
    assertThat(Files.list(output).map(file -> file.getFileName().toString()))
        .contains("summary.json", "quotidian.log")
        .noneMatch(name -> name.endsWith(".tmp"));
  }

  @Test
  void headersAreThoseOfTheDesign() throws IOException {
    GeneratedArticles.write(input, 1, 1);

    run();

    assertThat(header("articles"))
        .isEqualTo(
            "article_id,source,record,title,author,published,language,characters,sentences,entities,"
                + "quotes,sha256,duplicate_of,run_id,extracted_at,notes");
    assertThat(header("sentences"))
        .isEqualTo("article_id,source,sentence,paragraph,section,start,end,text");
    assertThat(header("entities"))
        .isEqualTo("article_id,source,sentence,entity,type,start,end,text,canonical,normalized");
    assertThat(header("quotes"))
        .isEqualTo(
            "article_id,source,title,published,quote,type,sentence,start,end,text,verbatim,speaker,"
                + "speaker_start,speaker_end,canonical_speaker,speaker_type,cue,cue_start,cue_end,via,"
                + "confidence");
    assertThat(header("failures")).isEqualTo("source,record,stage,error,message,failed_at");
  }

  @Test
  void whatWasDamagedOrUnclearIsNotedBesideTheArticle() throws IOException {
    byte[] damaged = "The “ferry x sailed” at noon.".getBytes(StandardCharsets.UTF_8);
    damaged["The “ferry ".getBytes(StandardCharsets.UTF_8).length] = (byte) 0xFF;
    Files.write(input.resolve("damaged.txt"), damaged);
    Files.writeString(input.resolve("whole.txt"), "The ferry sailed at noon.");
    Files.writeString(
        input.resolve("records.jsonl"),
        "{\"id\": 1, \"text\": \"One.\"}\n{\"id\": 1, \"text\": \"Two \ufffd.\"}\n");

    run();

    assertThat(rows("articles"))
        .extracting(row -> row.get("source") + row.get("record") + ": " + row.get("notes"))
        .containsExactlyInAnyOrder(
            "damaged.txt: damaged characters, which are U+FFFD in the text: 1",
            "whole.txt: ",
            "records.jsonl1: ",
            "records.jsonl1#2: an earlier record of the file has the same key, so that the number"
                + " of the record was added; damaged characters, which are U+FFFD in the text: 1");
    assertThat(SummaryFile.read(output.resolve(Summary.FILE_NAME)).notes()).isEqualTo(2);
  }

  @Test
  void besideTheCsvFilesIsWhatTheyMean() throws IOException {
    GeneratedArticles.write(input, 2, 1);

    run();

    assertThat(Files.readString(output.resolve("README.txt")))
        .contains("AI NÓI GÌ: bộ bài báo \"test\"", "WHO SAID WHAT", "quotes.csv");
    assertThat(Files.readString(output.resolve("datapackage.json"))).contains("\"quotes.csv\"");
    assertThat(output.resolve("articles.jsonl")).doesNotExist();
  }

  @Test
  void jsonLinesComeAndGoWithTheSetting() throws IOException {
    GeneratedArticles.write(input, 120, 1); // more than a page
    settings.put("json-lines", "true");
    run();

    List<String> lines = Files.readAllLines(output.resolve("articles.jsonl"));
    assertThat(lines).hasSize(120);
    assertThat(
            lines.stream()
                .map(line -> JsonMapper.shared().readTree(line))
                .mapToInt(article -> article.get("sentences").size())
                .sum())
        .isEqualTo(rows("sentences").size());

    settings.remove("json-lines");
    run();
    assertThat(output.resolve("articles.jsonl")).doesNotExist();
  }

  @Test
  void theLogIsJsonOnRequest() throws IOException {
    GeneratedArticles.write(input, 1, 1);
    settings.put("log-format", "ecs");

    run();

    assertThat(Files.readAllLines(output.resolve("quotidian.log")))
        .isNotEmpty()
        .allSatisfy(
            line -> assertThat(JsonMapper.shared().readTree(line).has("@timestamp")).isTrue());
  }

  @Test
  void theSummaryIsAsItsSchemaSays() throws IOException {
    GeneratedArticles.write(input, 3, 1);
    Files.writeString(input.resolve("empty.txt"), "");

    run();

    String summary = Files.readString(output.resolve("summary.json"));
    try (InputStream in = Summary.class.getResourceAsStream(Summary.SCHEMA)) {
      String schema = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(JsonSchemas.mistakes(schema, summary, SpecificationVersion.DRAFT_2020_12))
          .isEmpty();
      assertThat(
              JsonSchemas.mistakes(
                  schema,
                  summary.replace("\"run\"", "\"ran\""),
                  SpecificationVersion.DRAFT_2020_12))
          .isNotEmpty();
    }
  }

  @Test
  void threadsAndChunksDoNotChangeABit() throws IOException {
    GeneratedArticles.write(input, 60, 2);
    settings.put("threads", "1");
    settings.put("chunk-size", "7");
    run();
    Map<String, String> one = OutputFiles.comparable(output);

    settings.put("threads", "4");
    settings.put("chunk-size", "40");
    settings.put("database.url", "jdbc:hsqldb:file:" + folder.resolve("other/db"));
    output = folder.resolve("other-output");
    settings.put("output", output.toString());
    run();

    assertThat(OutputFiles.comparable(output)).isEqualTo(one);
  }

  @Test
  void articlesInOtherLanguagesGetSentencesOnly() throws IOException {
    Files.writeString(
        input.resolve("french.txt"),
        """
        Le marché de la vieille ville

        Le marché de la vieille ville a rouvert hier matin après deux mois de travaux. Les habitants
        du quartier étaient nombreux et les marchands se disent soulagés de retrouver leur place.
        « Nous avons attendu longtemps », dit une vendeuse de fromages de la rue voisine.
        """);

    run();

    assertThat(rows("articles"))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.get("language")).isEqualTo("fr");
              assertThat(row.get("entities")).isEqualTo("0");
              assertThat(Integer.parseInt(row.get("sentences"))).isGreaterThan(2);
            });
  }
}
