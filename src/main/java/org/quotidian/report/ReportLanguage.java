package org.quotidian.report;

import java.util.Locale;

/** A language in which the report can be shown. */
public enum ReportLanguage {
  VI,
  EN;

  /** BCP 47 code. */
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  Locale locale() {
    return Locale.forLanguageTag(code());
  }
}
