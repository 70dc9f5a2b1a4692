package org.quotidian.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The identity of an article: it survives reruns, other machines and changes of its content. */
public final class ArticleId {

  private static final int LENGTH = 16;

  private ArticleId() {}

  /**
   * The first 16 hex digits of SHA-256 over corpus, path and record, one a line.
   *
   * @param source path relative to the input root, with {@code /}
   * @param record record key; empty where the file is the article
   */
  public static String of(String corpus, String source, String record) {
    return sha256((corpus + "\n" + source + "\n" + record).getBytes(StandardCharsets.UTF_8))
        .substring(0, LENGTH);
  }

  /** An identity as a number; numbers are ordered as the identities are. */
  public static long number(String articleId) {
    return Long.parseUnsignedLong(articleId, 16) ^ Long.MIN_VALUE;
  }

  /** The identity that has this number. */
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
