package org.quotidian.batch;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ItemProcessor;

/** Waits for an item that {@link ReadAhead} has in the making. */
final class AwaitProcessor<O> implements ItemProcessor<Future<@Nullable O>, O> {

  @Override
  public @Nullable O process(Future<@Nullable O> future) throws Exception {
    try {
      return future.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Exception cause) {
        throw cause;
      }
      throw e; // an error, such as the end of the memory
    }
  }
}
