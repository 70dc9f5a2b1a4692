package org.quotidian.job;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A URL with its user and password split off. Drivers and clients repeat their URL in messages and
 * logs, but do not show a password that is passed separately.
 *
 * @param user empty if the URL has none
 * @param password empty if the URL has none
 */
public record Login(String url, String user, String password) {

  private static final Pattern BEFORE_HOST =
      Pattern.compile("^([a-z0-9:+]+://)([^/?#:@]*)(?::([^/?#]*))?@", Pattern.CASE_INSENSITIVE);

  /** {@code ?password=…}, {@code &password=…}, and HSQLDB's {@code ;password=…}. */
  private static final Pattern PARAMETER =
      Pattern.compile("[?&;](user|password)=([^&;]*)", Pattern.CASE_INSENSITIVE);

  /** Splits a database URL; also reads the parameters {@code user} and {@code password}. */
  static Login ofDatabase(String url) {
    Login login = of(url);
    boolean escaped = url.startsWith("jdbc:postgresql:"); // HSQLDB takes values literally
    String user = login.user;
    String password = login.password;
    Matcher parameters = PARAMETER.matcher(login.url);
    while (parameters.find()) {
      String value = escaped ? unescaped(parameters.group(2)) : parameters.group(2);
      if (parameters.group(1).equalsIgnoreCase("user")) {
        user = value;
      } else {
        password = value;
      }
    }
    String rest = parameters.replaceAll("");
    boolean firstGone = login.url.contains("?") && !rest.contains("?");
    return new Login(firstGone ? rest.replaceFirst("&", "?") : rest, user, password);
  }

  /** Splits {@code scheme://user:password@host}. */
  public static Login of(String url) {
    Matcher start = BEFORE_HOST.matcher(url);
    if (!start.find()) {
      return new Login(url, "", "");
    }
    String password = start.group(3) == null ? "" : start.group(3);
    return new Login(
        start.group(1) + url.substring(start.end()),
        unescaped(start.group(2).replace("+", "%2B")),
        unescaped(password.replace("+", "%2B")));
  }

  private static String unescaped(String value) {
    try {
      return URLDecoder.decode(value, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return value; // a percent sign that is not an escape
    }
  }

  /** Omits the password. */
  @Override
  public String toString() {
    return url;
  }
}
