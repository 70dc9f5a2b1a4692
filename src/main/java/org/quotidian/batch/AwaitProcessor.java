package org.quotidian.batch;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ItemProcessor;

/** Waits for the result of an item that {@link ReadAhead} has started. */
final class AwaitProcessor<O> implements ItemProcessor<Future<@Nullable O>, O> {

  @Override
  public @Nullable O process(Future<@Nullable O> future) throws Exception {
    try {
      return future.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Exception cause) {
        throw cause;
      }
      throw e; // an error, such as a lack of memory
    }
  }
}
