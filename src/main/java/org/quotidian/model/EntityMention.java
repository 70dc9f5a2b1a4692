package org.quotidian.model;

/**
 * A span of the text that names a person, place, organisation, date or amount.
 *
 * @param sentence index of its sentence
 * @param start first UTF-16 unit in the article's text
 * @param end one past the last UTF-16 unit
 * @param canonical for names: the fullest name of the same entity in the article; else empty
 * @param normalized for dates and amounts: ISO 8601/TIMEX3 value, or number and unit; else empty
 */
public record EntityMention(
    int sentence, EntityType type, int start, int end, String canonical, String normalized) {

  public Span span() {
    return new Span(start, end);
  }
}
