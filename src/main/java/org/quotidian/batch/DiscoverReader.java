package org.quotidian.batch;

import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import org.quotidian.source.SourceFinder;
import org.quotidian.source.SourceItem;
import org.quotidian.store.Manifest;
import org.quotidian.store.Run;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamReader;

/**
 * Walks the inputs. Begun again after a crash, it forgets what it had found and finds it anew: the
 * manifest of a run comes from one walk.
 */
final class DiscoverReader implements ItemStreamReader<SourceItem> {

  private final SourceFinder finder;
  private final Manifest manifest;
  private final Run run;
  private @Nullable Iterator<SourceItem> items;

  DiscoverReader(SourceFinder finder, Manifest manifest, Run run) {
    this.finder = finder;
    this.manifest = manifest;
    this.run = run;
  }

  @Override
  public void open(ExecutionContext context) {
    manifest.forget(run.runId());
    manifest.forgetOthers(run.corpus(), run.runId());
    items = finder.iterator();
  }

  @Override
  public @Nullable SourceItem read() {
    return items != null && items.hasNext() ? items.next() : null;
  }
}
