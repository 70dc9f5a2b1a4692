package org.quotidian.batch;

import org.quotidian.model.ArticleRows;
import org.quotidian.store.Failure;

/** How the work on one article ended. A failure is a result like any other. */
sealed interface Extraction {

  record Done(ArticleRows rows) implements Extraction {}

  record Failed(Failure failure) implements Extraction {}
}
