package org.quotidian.nlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SharedPipelineTest {

  private final AtomicInteger loads = new AtomicInteger();

  @Test
  void aPipelineIsLoadedWhenItIsFirstAskedForAndOnlyOnce() {
    var shared = new SharedPipeline("a-1", this::load);

    assertThat(shared.version()).isEqualTo("a-1");
    assertThat(loads).hasValue(0);
    assertThat(shared.get()).isSameAs(shared.get());
    assertThat(loads).hasValue(1);
  }

  @Test
  void afterAFailureTheNextCallTriesAgain() {
    var shared =
        new SharedPipeline(
            "a-1",
            () -> {
              if (loads.get() == 0) {
                loads.incrementAndGet();
                throw new UncheckedIOException(new IOException("no model"));
              }
              return load();
            });

    assertThatThrownBy(shared::get).hasMessageContaining("no model");
    assertThat(shared.get()).isInstanceOf(SentencesOnlyPipeline.class);
  }

  private Pipeline load() {
    loads.incrementAndGet();
    return new SentencesOnlyPipeline("de");
  }
}
