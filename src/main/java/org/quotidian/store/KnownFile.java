package org.quotidian.store;

/**
 * A file that a run saw, or a problem reported in its place.
 *
 * @param place its source, followed by a slash for a folder
 * @param state size, times and inode as text without tabs and line ends; empty if there was nothing
 *     to read
 * @param items number of articles and unreadable parts in it
 * @param hasRecords whether these are records, and not the file itself
 * @param isRead whether the run read it; if not, its items are not in the manifest
 * @param isSure whether a run that finds it in the same state need not read it
 */
public record KnownFile(
    String place, String state, int items, boolean hasRecords, boolean isRead, boolean isSure) {

  /** The same file for a run that does not read it. */
  public KnownFile unread() {
    return new KnownFile(place, state, items, hasRecords, false, isSure);
  }

  /** One line, which {@link #parse} reads. */
  String line() {
    String flags = (hasRecords ? "r" : "-") + (isRead ? "-" : "u") + (isSure ? "s" : "-");
    return flags
        + "\t"
        + items
        + "\t"
        + state
        + "\t"
        + place.replace("\\", "\\\\").replace("\n", "\\n");
  }

  static KnownFile parse(String line) {
    String[] fields = line.split("\t", 4);
    return new KnownFile(
        unescaped(fields[3]),
        fields[2],
        Integer.parseInt(fields[1]),
        fields[0].charAt(0) == 'r',
        fields[0].charAt(1) != 'u',
        fields[0].charAt(2) == 's');
  }

  private static String unescaped(String text) {
    if (text.indexOf('\\') < 0) {
      return text;
    }
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        char escaped = text.charAt(++i);
        plain.append(escaped == 'n' ? '\n' : escaped);
      } else {
        plain.append(c);
      }
    }
    return plain.toString();
  }
}
