package org.quotidian.batch;

import java.util.function.Consumer;
import org.springframework.batch.infrastructure.item.ItemProcessor;

/**
 * Item processors one after another, as in a {@code CompositeItemProcessor}, but each has a name,
 * so that a failure can say where it happened.
 */
@FunctionalInterface
interface Stages<I, O> {

  /**
   * Sends an item through.
   *
   * @param begins is given the name of each stage before it begins
   * @throws Exception what a stage throws
   */
  O process(I item, Consumer<String> begins) throws Exception;

  /** One stage. */
  static <I, O> Stages<I, O> of(String name, ItemProcessor<I, O> processor) {
    return (item, begins) -> {
      begins.accept(name);
      O result = processor.process(item);
      if (result == null) {
        throw new IllegalStateException(name + ": no result, and articles are not filtered");
      }
      return result;
    };
  }

  /** These stages and one more. */
  default <P> Stages<I, P> then(String name, ItemProcessor<O, P> processor) {
    Stages<O, P> next = of(name, processor);
    return (item, begins) -> next.process(process(item, begins), begins);
  }
}
