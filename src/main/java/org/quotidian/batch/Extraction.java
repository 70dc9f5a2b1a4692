package org.quotidian.batch;

import org.quotidian.model.ArticleRows;
import org.quotidian.store.Failure;

/** The result of processing one article. A failure is a result like any other. */
sealed interface Extraction {

  record Done(ArticleRows rows) implements Extraction {}

  record Failed(Failure failure) implements Extraction {}
}
