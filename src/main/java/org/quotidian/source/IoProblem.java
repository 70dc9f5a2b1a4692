package org.quotidian.source;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;

/** Explains in plain words why a file operation failed. */
final class IoProblem {

  private IoProblem() {}

  /**
   * @param what what was to be read, such as {@code the file}
   */
  static String sentence(String what, IOException e) {
    if (e instanceof AccessDeniedException) {
      return what + " cannot be read: permission denied";
    }
    if (e instanceof NoSuchFileException) {
      return what + " existed when the run began, but no longer does";
    }
    if (e instanceof FileSystemLoopException) {
      return what + " is a link that points to itself";
    }
    if (e instanceof UnpackedBytes.LimitException) {
      return String.valueOf(e.getMessage());
    }
    if (e instanceof EOFException) {
      return what + " ends too early: the file is cut off";
    }
    if (e instanceof FileSystemException problem && problem.getReason() != null) {
      return what + " cannot be read: " + problem.getReason();
    }
    String message = e.getMessage();
    return what + " cannot be read: " + (message == null ? e.getClass().getSimpleName() : message);
  }
}
