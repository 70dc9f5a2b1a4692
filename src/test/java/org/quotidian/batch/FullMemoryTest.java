package org.quotidian.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quotidian.annotate.Annotators;
import org.quotidian.job.JobSettings;
import org.quotidian.model.Article;
import org.quotidian.model.EntityMention;
import org.quotidian.model.Sentence;
import org.quotidian.nlp.Pipeline;
import org.quotidian.quote.QuoteFinder;
import org.quotidian.store.Run;
import org.quotidian.store.RunLock;
import org.springframework.context.ConfigurableApplicationContext;

/** An article that fills the memory does not end the run. */
@Tag("slow")
class FullMemoryTest {

  @TempDir private Path folder;

  private final AtomicInteger atWork = new AtomicInteger();
  private final AtomicInteger crowded = new AtomicInteger();
  private final java.util.Set<String> tried = java.util.concurrent.ConcurrentHashMap.newKeySet();

  @Test
  void itFailsAloneAndTheOthersAreDone() throws IOException {
    GeneratedArticles.write(folder.resolve("input"), 40, 5);
    Files.writeString(folder.resolve("input/huge.txt"), "Huge.\n\nIt is too large: HUGE.");

    Run run = run().run();

    assertThat(run.status()).isEqualTo(Run.Status.COMPLETED);
    assertThat(run.done()).isEqualTo(40);
    List<Map<String, String>> failures = OutputFiles.rows(folder.resolve("output/failures.csv"));
    assertThat(failures).hasSize(1);
    assertThat(failures.get(0))
        .containsEntry("source", "huge.txt")
        .containsEntry("stage", "sentences")
        .containsEntry("error", "OutOfMemory");
    assertThat(failures.get(0).get("message")).contains("29 bytes", "-Xmx");
    assertThat(run().run().pending()).as("it is tried again, as there may be more").isEqualTo(1);
  }

  @Test
  void whatOnlyNeedsTheMemoryForItselfIsDoneAlone() throws IOException {
    GeneratedArticles.write(folder.resolve("input"), 40, 5);
    for (int i = 0; i < 5; i++) {
      Files.writeString(folder.resolve("input/large" + i + ".txt"), "Large.\n\nIt is LARGE.");
    }

    Run run = run().run();

    assertThat(run.status()).isEqualTo(Run.Status.COMPLETED);
    assertThat(run.done()).isEqualTo(45);
    assertThat(run.failed()).isZero();
    assertThat(crowded.get()).as("each was tried beside others, then alone").isEqualTo(5);
  }

  @Test
  void elsewhereItEndsTheRunWithWhatToDo() {
    assertThat(RootCause.words(new IllegalStateException(new OutOfMemoryError("Java heap space"))))
        .contains("Java ran out of memory", "QUOTIDIAN_JAVA_OPTIONS=-Xmx");
  }

  private RunResult run() throws IOException {
    JobSettings job = TestRun.job(folder, Map.of("threads", "4"));
    try (RunLock lock = RunLock.acquire(BatchApplication.address(job), job.corpus());
        ConfigurableApplicationContext context =
            BatchApplication.open(
                job, lock, new StopSignal(), Progress.NONE, new HungryAnnotators())) {
      return context.getBean(Launcher.class).run();
    }
  }

  private final class HungryAnnotators implements Annotators {

    private final TestAnnotators annotators = new TestAnnotators();

    @Override
    public Pipeline pipeline(String language) {
      Pipeline pipeline = annotators.pipeline(language);
      return new Pipeline() {
        @Override
        public List<Sentence> sentences(Article article) {
          atWork.incrementAndGet();
          try {
            if (article.text().contains("HUGE")) {
              throw new OutOfMemoryError("Java heap space");
            }
            return article.text().contains("LARGE") ? large(article) : slow(article);
          } finally {
            atWork.decrementAndGet();
          }
        }

        /** Fails the first time, but not when it is processed alone. */
        private List<Sentence> large(Article article) {
          if (tried.add(article.id())) {
            crowded.incrementAndGet();
            throw new OutOfMemoryError("Java heap space");
          }
          for (int i = 0; i < 20; i++) {
            if (atWork.get() > 1) {
              throw new OutOfMemoryError("Java heap space");
            }
            pause();
          }
          return pipeline.sentences(article);
        }

        private List<Sentence> slow(Article article) {
          pause();
          return pipeline.sentences(article);
        }

        @SuppressWarnings("ThreadSleepMillis")
        private void pause() {
          try {
            Thread.sleep(2);
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        }

        @Override
        public List<EntityMention> entities(Article article, List<Sentence> sentences) {
          return List.of();
        }
      };
    }

    @Override
    public Optional<QuoteFinder> quotes(String language) {
      return Optional.empty();
    }
  }
}
