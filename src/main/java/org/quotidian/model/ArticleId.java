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

  /** 64 lower-case hex digits. */
  public static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
