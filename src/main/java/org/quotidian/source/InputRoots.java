package org.quotidian.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Converts the {@code input} of a job file to input roots. */
final class InputRoots {

  private static final int MAX_NAMES = 1000; // more than any path has

  private static final Pattern WILDCARD = Pattern.compile("[*?\\[{]");

  private final Path workingFolder;
  private final SkippedNames skipped;

  /** The selections by the real path of their root. */
  private final Map<Path, Candidate> candidates = new LinkedHashMap<>();

  /**
   * @param named the root as written in the job file
   */
  private record Candidate(Path real, Path named, List<Selection> selections) {}

  private InputRoots(Path workingFolder) {
    this.workingFolder = workingFolder.toAbsolutePath().normalize();
    this.skipped = new SkippedNames();
  }

  /**
   * The roots, by prefix.
   *
   * @throws InputException if an input does not exist or is not a valid pattern
   */
  static List<InputRoot> of(List<String> inputs, Path workingFolder) {
    if (inputs.isEmpty()) {
      throw new InputException("the job has no input");
    }
    InputRoots roots = new InputRoots(workingFolder);
    inputs.forEach(roots::add);
    return roots.withoutCovered();
  }

  private void add(String input) {
    if (input.isBlank()) {
      throw new InputException("an input of the job is empty");
    }
    if (WILDCARD.matcher(input).find() && !isFileWithWildcardName(input)) {
      addPattern(input);
      return;
    }
    Path path = path(input);
    if (Files.isDirectory(path)) {
      add(path, new Selection.Everything(), input);
    } else if (Files.exists(path, LinkOption.NOFOLLOW_LINKS) && path.getParent() != null) {
      add(path.getParent(), new Selection.OneFile(path.getFileName()), input);
    } else {
      throw new InputException("the input " + input + " does not exist (looked for " + path + ")");
    }
  }

  private boolean isFileWithWildcardName(String input) {
    try {
      return Files.exists(FileNames.resolve(workingFolder, input), LinkOption.NOFOLLOW_LINKS);
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private void addPattern(String input) {
    List<String> names = new ArrayList<>(Arrays.asList(input.split("[/\\\\]+", -1)));
    StringBuilder folder = new StringBuilder();
    while (names.size() > 1 && !WILDCARD.matcher(names.get(0)).find()) {
      folder.append(names.remove(0)).append('/');
    }
    Path root = path(folder.toString());
    if (!Files.isDirectory(root)) {
      throw new InputException(
          "the input " + input + " is below " + root + ", which is not a folder");
    }
    try {
      add(root, Selection.Glob.of(names, root), input);
    } catch (PatternSyntaxException e) {
      throw new InputException(
          "the input " + input + " is not a valid pattern: " + e.getDescription());
    }
  }

  private Path path(String input) {
    try {
      return FileNames.resolve(workingFolder, input);
    } catch (InvalidPathException e) {
      throw new InputException("the input " + input + " is not a valid path: " + e.getReason());
    }
  }

  private void add(Path root, Selection selection, String input) {
    try {
      Path real = root.toRealPath();
      candidates
          .computeIfAbsent(real, key -> new Candidate(key, root, new ArrayList<>()))
          .selections()
          .add(selection);
    } catch (IOException e) {
      throw new InputException(IoProblem.sentence("the input " + input, e));
    }
  }

  /** The roots, without those inside another root that selects everything. */
  private List<InputRoot> withoutCovered() {
    List<Candidate> kept = new ArrayList<>(candidates.values());
    for (Candidate outer : candidates.values()) {
      InputRoot everything = root(outer, "");
      for (Candidate inner : List.copyOf(kept)) {
        if (everything.covers(inner.real())) {
          outer.selections().addAll(namedFiles(inner, outer.real()));
          kept.remove(inner);
        }
      }
    }
    List<String> prefixes = prefixes(kept);
    List<InputRoot> roots = new ArrayList<>();
    for (int i = 0; i < kept.size(); i++) {
      roots.add(root(kept.get(i), prefixes.get(i)));
    }
    roots.sort(Comparator.comparing(InputRoot::prefix));
    return List.copyOf(roots);
  }

  private InputRoot root(Candidate candidate, String prefix) {
    return new InputRoot(candidate.real(), prefix, candidate.selections(), skipped);
  }

  /** The files below {@code inner} that the job file itself names, relative to {@code outer}. */
  private List<Selection> namedFiles(Candidate inner, Path outer) {
    Path between = outer.relativize(inner.real());
    return root(inner, "").namedFiles().stream()
        .<Selection>map(name -> new Selection.OneFile(between.resolve(name)))
        .toList();
  }

  /**
   * A single root needs no prefix. Several roots get as many of their last names as make them
   * different.
   */
  private static List<String> prefixes(List<Candidate> roots) {
    if (roots.size() == 1) {
      return List.of("");
    }
    List<String> prefixes;
    int names = 0;
    do {
      int last = ++names;
      prefixes = roots.stream().map(root -> lastNames(root.named(), last)).toList();
    } while (names < MAX_NAMES && !distinct(prefixes));
    return prefixes;
  }

  private static String lastNames(Path path, int names) {
    StringBuilder prefix = new StringBuilder();
    Path rest = path;
    for (int i = 0; i < names && rest != null && rest.getFileName() != null; i++) {
      prefix.insert(0, FileNames.of(rest) + "/");
      rest = rest.getParent();
    }
    return prefix.toString();
  }

  private static boolean distinct(List<String> prefixes) {
    for (int i = 0; i < prefixes.size(); i++) {
      for (int j = 0; j < prefixes.size(); j++) {
        if (i != j && prefixes.get(i).startsWith(prefixes.get(j))) {
          return false;
        }
      }
    }
    return true;
  }
}
