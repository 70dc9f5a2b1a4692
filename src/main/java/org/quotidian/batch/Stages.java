package org.quotidian.batch;

import java.util.function.Consumer;
import org.springframework.batch.infrastructure.item.ItemProcessor;

/**
 * Item processors that run one after another, as in a {@code CompositeItemProcessor}. Each has a
 * name, so that a failure can say where it happened.
 */
@FunctionalInterface
interface Stages<I, O> {

  /**
   * Processes an item.
   *
   * @param begins receives the name of each stage before it begins
   * @throws Exception what a stage throws
   */
  O process(I item, Consumer<String> begins) throws Exception;

  /** One stage. */
  static <I, O> Stages<I, O> of(String name, ItemProcessor<I, O> processor) {
    return (item, begins) -> {
      begins.accept(name);
      O result = processor.process(item);
      if (result == null) {
        throw new IllegalStateException(name + ": a stage must return a result");
      }
      return result;
    };
  }

  /** These stages followed by one more. */
  default <P> Stages<I, P> then(String name, ItemProcessor<O, P> processor) {
    Stages<O, P> next = of(name, processor);
    return (item, begins) -> next.process(process(item, begins), begins);
  }
}
