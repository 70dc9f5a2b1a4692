package org.quotidian.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The identity of an article. It stays the same in every run, on every machine and when the content
 * changes.
 */
public final class ArticleId {

  private static final int LENGTH = 16;

  private ArticleId() {}

  /**
   * The first 16 hex digits of the SHA-256 of corpus, path and record, one per line.
   *
   * @param source path relative to the input root, with {@code /}
   * @param record record key; empty if the file is the article
   */
  public static String of(String corpus, String source, String record) {
    return sha256((corpus + "\n" + source + "\n" + record).getBytes(StandardCharsets.UTF_8))
        .substring(0, LENGTH);
  }

  /** An identity as a number. Numbers sort in the same order as identities. */
  public static long number(String articleId) {
    return Long.parseUnsignedLong(articleId, 16) ^ Long.MIN_VALUE;
  }

  /** The identity with this number. */
  public static String ofNumber(long number) {
    return HexFormat.of().toHexDigits(number ^ Long.MIN_VALUE);
  }

  /** 64 lower-case hex digits. */
  public static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
