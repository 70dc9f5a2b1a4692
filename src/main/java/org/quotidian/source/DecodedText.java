package org.quotidian.source;

/**
 * The text of a file and how it was decoded.
 *
 * @param text in NFC, {@code \n} line ends, no byte order mark
 * @param charset name of the encoding, such as {@code UTF-8}
 * @param confidence 0 to 100; 100 if nothing had to be guessed
 */
public record DecodedText(String text, String charset, int confidence) {}
