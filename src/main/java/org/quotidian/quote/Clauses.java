package org.quotidian.quote;

import java.util.List;

/** Finds what cues govern besides marked words; how depends on the language. */
interface Clauses {

  /** Contents in text order of their cues; none lies in another. */
  List<Content> find();
}
