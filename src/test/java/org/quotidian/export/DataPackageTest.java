package org.quotidian.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quotidian.JsonSchemas;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DataPackageTest {

  private static final CsvFormat FORMAT = new CsvFormat(true, true);

  @TempDir private Path folder;

  @Test
  void isATabularDataPackageByTheOfficialSchema() throws IOException {
    String written = written("Báo Xuân");

    assertThat(JsonSchemas.mistakes(profile(), written, SpecificationVersion.DRAFT_4)).isEmpty();
  }

  @Test
  void theSchemaWouldFindAMistake() throws IOException {
    String broken = written("x").replace("\"integer\"", "\"whole number\"");

    assertThat(JsonSchemas.mistakes(profile(), broken, SpecificationVersion.DRAFT_4)).isNotEmpty();
  }

  @Test
  void saysOfEachFileTheColumnsOfItsHeader() throws IOException {
    JsonNode resources = JsonMapper.shared().readTree(written("x")).get("resources");
    assertThat(resources.size()).isEqualTo(Table.ALL.size());
    for (JsonNode resource : resources) {
      Table<?> table =
          Table.ALL.stream()
              .filter(each -> each.file().equals(resource.get("path").asString()))
              .findFirst()
              .orElseThrow();
      new CsvExport(folder, FORMAT, () -> {}).table(table, each -> {});
      List<String> names = new ArrayList<>();
      for (JsonNode field : resource.get("schema").get("fields")) {
        names.add(field.get("name").asString());
        assertThat(field.get("description").asString()).isNotBlank();
      }
      assertThat(Files.readString(folder.resolve(table.file())))
          .isEqualTo("\uFEFF" + String.join(",", names) + "\r\n");
    }
  }

  @Test
  void tellsTypesUnitsAndWhatMayBeMissing() throws IOException {
    JsonNode quotes = JsonMapper.shared().readTree(written("x")).get("resources").get(3);

    assertThat(field(quotes, "start"))
        .contains("\"type\":\"integer\"", "\"unit\":\"code points\"", "\"required\":true");
    assertThat(field(quotes, "speaker_start")).contains("integer").doesNotContain("required");
    assertThat(field(quotes, "confidence")).contains("\"type\":\"number\"");
    assertThat(field(quotes, "text")).contains("\"type\":\"string\"");
    assertThat(quotes.get("schema").get("foreignKeys").toString()).contains("articles");
  }

  private static String field(JsonNode resource, String name) {
    for (JsonNode field : resource.get("schema").get("fields")) {
      if (field.get("name").asString().equals(name)) {
        return field.toString();
      }
    }
    throw new AssertionError("no field " + name);
  }

  private String written(String corpus) throws IOException {
    new DataPackage(corpus, FORMAT).write(folder, Table.ALL);
    return Files.readString(folder.resolve(DataPackage.FILE_NAME));
  }

  private static String profile() throws IOException {
    try (InputStream in = DataPackageTest.class.getResourceAsStream("tabular-data-package.json")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
