package org.quotidian.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.dao.OptimisticLockingFailureException;

class DeadExecutionsTest {

  private final Set<JobExecution> running = new LinkedHashSet<>();
  private final List<Long> recovered = new ArrayList<>();

  /** How often a worker is faster. */
  private int conflicts;

  @Test
  void thoseOfTheCorpusAreRecovered() {
    running.add(execution(1, "news"));
    running.add(execution(2, "other"));
    running.add(execution(3, "news"));

    recover();

    assertThat(recovered).containsExactly(1L, 3L);
  }

  @Test
  void oneThatAWorkerEndsAtThatMomentIsLeftToItAndTheOthersAreRecovered() {
    running.add(execution(1, "news"));
    running.add(execution(2, "news"));
    conflicts = 1;

    recover();

    assertThat(recovered).containsExactly(2L);
  }

  @Test
  void aConflictThatDoesNotEndIsAnError() {
    for (int i = 0; i <= DeadExecutions.MOST_CONFLICTS; i++) {
      running.add(execution(i, "news"));
    }
    conflicts = running.size();

    assertThatThrownBy(this::recover).isInstanceOf(OptimisticLockingFailureException.class);
    assertThat(recovered).isEmpty();
  }

  private void recover() {
    new DeadExecutions(
            proxy(
                JobRepository.class,
                "findRunningJobExecutions",
                job -> new LinkedHashSet<>(running)),
            proxy(JobOperator.class, "recover", execution -> end((JobExecution) execution)),
            "news")
        .recover("extraction");
  }

  /** Ends an execution, unless its worker does so at this moment. */
  private JobExecution end(JobExecution execution) {
    running.remove(execution);
    if (conflicts > 0) {
      conflicts--;
      throw new OptimisticLockingFailureException("version 2 instead of 1");
    }
    recovered.add(execution.getId());
    return execution;
  }

  private static JobExecution execution(long id, String corpus) {
    return new JobExecution(
        id,
        new JobInstance(id, "extraction"),
        new JobParametersBuilder().addString(ExtractionJob.CORPUS, corpus).toJobParameters());
  }

  /** One method of an interface; the others must not be called. */
  private static <T> T proxy(Class<T> type, String method, Function<Object, Object> answer) {
    Object proxy =
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, called, arguments) -> {
              if (!called.getName().equals(method)) {
                throw new UnsupportedOperationException(called.getName());
              }
              return answer.apply(arguments[0]);
            });
    return type.cast(proxy);
  }
}
