package org.quotidian;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.quotidian.cli.MainCommand;
import org.quotidian.job.JobFile;
import org.quotidian.model.ArticleRow;
import org.quotidian.model.Column;
import org.quotidian.model.EntityRow;
import org.quotidian.model.FailureRow;
import org.quotidian.model.QuoteRow;
import org.quotidian.model.SentenceRow;

/** The manual tells of everything that is there. */
class ReadmeTest {

  @Test
  void everyColumnIsExplainedInTheWordsOfTheProgram() throws IOException {
    for (Class<?> row :
        List.of(
            ArticleRow.class,
            SentenceRow.class,
            EntityRow.class,
            QuoteRow.class,
            FailureRow.class)) {
      for (RecordComponent component : row.getRecordComponents()) {
        Column column = component.getAnnotation(Column.class);
        assertThat(column).as(row.getSimpleName() + "." + component.getName()).isNotNull();
        String name = component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
        assertThat(readme()).contains("| `" + name + "` | " + column.value() + " |");
      }
    }
  }

  @Test
  void everySettingIsExplained() throws IOException {
    for (String key : JobFile.keys()) {
      assertThat(readme()).contains("`" + key + "`");
    }
  }

  @Test
  void everyCommandIsExplained() throws IOException {
    for (String command : MainCommand.commandLine().getSubcommands().keySet()) {
      if (!command.equals("help")) {
        assertThat(readme()).contains("| `" + command);
      }
    }
  }

  private static String readme() throws IOException {
    return Files.readString(Path.of("README.md"));
  }
}
