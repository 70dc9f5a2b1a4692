package org.quotidian.job;

import jakarta.validation.Validation;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.PropertySourcesPlaceholdersResolver;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.context.properties.bind.validation.ValidationBindHandler;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.PropertySourceOrigin;
import org.springframework.boot.origin.TextResourceOrigin;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.FieldError;
import org.springframework.validation.Validator;
import org.springframework.validation.beanvalidation.SpringValidatorAdapter;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * Reads a job file: YAML whose keys are those of {@link JobSettings}. Values may hold placeholders
 * such as <code>${DB_PASSWORD}</code> or <code>${DB_PASSWORD:default}</code> for environment
 * variables; {@code QUOTIDIAN_DATABASE_URL}, {@code …_USER} and {@code …_PASSWORD} override the
 * file, and so do {@code QUOTIDIAN_WORKERS_URL}, {@code …_USER} and {@code …_PASSWORD}.
 */
public final class JobFile {

  private static final ConfigurationPropertyName ROOT = ConfigurationPropertyName.EMPTY;

  /** Keys whose values may hold secrets and are never shown. */
  private static final Pattern SECRET = Pattern.compile("(password|url|push-gateway|otlp)$");

  private static final int LARGEST_TYPO = 4; // edits; a suggestion further away misleads

  /**
   * A check of a setting that needs other packages.
   *
   * @param key of the setting
   * @param problem what is wrong with it, as the end of a sentence that begins with the key
   */
  public record Check(String key, Function<JobSettings, Optional<String>> problem) {}

  private final Path file;
  private final MutablePropertySources sources = new MutablePropertySources();
  private final Iterable<ConfigurationPropertySource> properties;

  private JobFile(Path file, Map<String, String> overrides, Map<String, String> environment) {
    this.file = file;
    if (!overrides.isEmpty()) {
      sources.addLast(new MapPropertySource("--set", new LinkedHashMap<>(overrides)));
    }
    Map<String, Object> fromEnvironment = new LinkedHashMap<>();
    for (String section : List.of("database", "workers")) {
      for (String key : List.of("url", "user", "password")) {
        String name = "QUOTIDIAN_" + section + "_" + key;
        String value = environment.get(name.toUpperCase(Locale.ROOT));
        if (value != null) {
          fromEnvironment.put(section + "." + key, value);
        }
      }
    }
    if (!fromEnvironment.isEmpty()) {
      sources.addLast(new MapPropertySource("environment", fromEnvironment));
    }
    load(file).forEach(sources::addLast);
    this.properties = ConfigurationPropertySources.from(sources);
  }

  /**
   * @param overrides keys such as {@code limits.seconds} or {@code input[0]}; they win over the
   *     file
   * @param checks what else can be wrong
   * @throws JobFileException naming every mistake with file and line
   */
  public static JobSettings read(Path file, Map<String, String> overrides, List<Check> checks) {
    JobFile job = new JobFile(file, overrides, System.getenv());
    JobSettings settings = job.bind(System.getenv());
    List<String> problems = job.problems(settings, checks);
    if (!problems.isEmpty()) {
      throw new JobFileException(problems);
    }
    return settings;
  }

  static JobSettings read(
      Path file, Map<String, String> overrides, Map<String, String> environment) {
    return new JobFile(file, overrides, environment).bind(environment);
  }

  private static List<PropertySource<?>> load(Path file) {
    try {
      YamlText.check(file);
      return new YamlPropertySourceLoader().load(file.toString(), new FileSystemResource(file));
    } catch (JobFileException e) {
      throw e;
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
      throw new JobFileException(file + ":" + line + ": not valid YAML: " + e.getProblem());
    } catch (IOException | RuntimeException e) {
      throw new JobFileException(file + ": cannot be read: " + e.getMessage());
    }
  }

  private JobSettings bind(Map<String, String> environment) {
    MutablePropertySources placeholders = new MutablePropertySources();
    placeholders.addLast(new MapPropertySource("environment", new LinkedHashMap<>(environment)));
    Binder binder = new Binder(properties, new PropertySourcesPlaceholdersResolver(placeholders));
    BindHandler known = new NoUnboundElementsBindHandler(BindHandler.DEFAULT);
    Validator validator = validator();
    try {
      return bind(binder, new ValidationBindHandler(known, validator));
    } catch (BindException e) {
      throw new JobFileException(problems(binder, new ValidationBindHandler(validator), known));
    }
  }

  /**
   * Invalid values and unknown keys. Binding reports only one of the two kinds, so it is done
   * twice.
   */
  private List<String> problems(Binder binder, BindHandler valid, BindHandler known) {
    List<String> problems = new ArrayList<>();
    try {
      bind(binder, valid);
    } catch (BindException e) {
      problems.addAll(problems(e));
    }
    try {
      bind(binder, known);
    } catch (BindException e) {
      if (e.getCause() instanceof UnboundConfigurationPropertiesException unbound) {
        unbound.getUnboundProperties().stream()
            .map(property -> at(property.getOrigin(), property.getName()) + unknown(property))
            .forEach(problems::add);
      }
    }
    return problems;
  }

  private List<String> problems(JobSettings settings, List<Check> checks) {
    List<String> problems = new ArrayList<>();
    for (Check check : checks) {
      var name = ConfigurationPropertyName.of(check.key());
      Origin origin = originOf(name);
      String place = at(origin == null ? originOf(name.append("[0]")) : origin, name);
      check.problem().apply(settings).map(problem -> place + problem).ifPresent(problems::add);
    }
    return problems;
  }

  private static JobSettings bind(Binder binder, BindHandler handler) {
    return binder
        .bind(ROOT, Bindable.of(JobSettings.class), handler)
        .orElseThrow(
            () -> new JobFileException("the job file is empty: it needs corpus, input and output"));
  }

  private static Validator validator() {
    return new SpringValidatorAdapter(
        Validation.byDefaultProvider()
            .configure()
            .ignoreXmlConfiguration()
            .messageInterpolator(new ParameterMessageInterpolator())
            .buildValidatorFactory()
            .getValidator());
  }

  private List<String> problems(BindException e) {
    if (e.getCause() instanceof BindValidationException invalid) {
      ConfigurationPropertyName prefix = invalid.getValidationErrors().getName();
      return invalid.getValidationErrors().getAllErrors().stream()
          .map(FieldError.class::cast)
          .map(
              error -> {
                var name = prefix.append(kebab(error.getField()));
                return at(originOf(name), name) + error.getDefaultMessage();
              })
          .sorted()
          .toList();
    }
    ConfigurationProperty property = e.getProperty();
    boolean secret = SECRET.matcher(e.getName().toString()).find();
    String value = property == null || secret ? "" : "'" + property.getValue() + "' ";
    return List.of(at(originOf(e.getName()), e.getName()) + value + "cannot be used: " + reason(e));
  }

  private static String reason(BindException e) {
    Class<?> type = e.getTarget().getType().resolve(Object.class);
    if (type.isEnum()) {
      return "must be one of "
          + Stream.of(type.getEnumConstants())
              .map(constant -> kebab(constant.toString()))
              .collect(Collectors.joining(", "));
    }
    if (type.isRecord()) {
      String prefix = e.getName() + ".";
      return "has keys of its own: "
          + keys().stream().filter(key -> key.startsWith(prefix)).collect(Collectors.joining(", "));
    }
    if (type == int.class) {
      return "must be a whole number";
    }
    if (type == DataSize.class) {
      return "must be a size such as 50MB";
    }
    if (type == Duration.class) {
      return "must be a time such as 500ms, 30s or 10m";
    }
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return String.valueOf(root.getMessage()).replaceAll("(?s) in value \".*", "");
  }

  private @Nullable Origin originOf(ConfigurationPropertyName name) {
    for (ConfigurationPropertySource source : properties) {
      ConfigurationProperty property = source.getConfigurationProperty(name);
      if (property != null) {
        return property.getOrigin();
      }
    }
    return null;
  }

  /**
   * The place of a value, such as {@code jobs/nightly.yml:7: limits.seconds: }, or the option that
   * set it.
   */
  private String at(@Nullable Origin origin, ConfigurationPropertyName name) {
    Origin place =
        origin instanceof PropertySourceOrigin wrapper && wrapper.getOrigin() != null
            ? wrapper.getOrigin()
            : origin;
    if (place instanceof TextResourceOrigin text && text.getLocation() != null) {
      return file + ":" + (text.getLocation().getLine() + 1) + ": " + name + ": ";
    }
    boolean fromOption = origin != null && origin.toString().contains("--set");
    return (fromOption ? "command line" : file.toString()) + ": " + name + ": ";
  }

  private static String unknown(ConfigurationProperty property) {
    String key = property.getName().toString();
    return "unknown key"
        + nearest(key)
            .map(known -> "; did you mean " + known + "?")
            .orElse("; known keys: " + keys());
  }

  private static Optional<String> nearest(String key) {
    LevenshteinDistance distance = new LevenshteinDistance(LARGEST_TYPO);
    return keys().stream()
        .filter(known -> distance.apply(known, key) >= 0)
        .min(Comparator.comparing(known -> distance.apply(known, key)));
  }

  /** Every key that a job file may contain, sorted. */
  public static TreeSet<String> keys() {
    TreeSet<String> keys = new TreeSet<>();
    collectKeys(JobSettings.class, "", keys);
    return keys;
  }

  private static void collectKeys(Class<?> settings, String prefix, TreeSet<String> keys) {
    Stream.of(settings.getRecordComponents())
        .forEach(
            component -> {
              String key = prefix + kebab(component.getName());
              if (component.getType().isRecord()) {
                collectKeys(component.getType(), key + ".", keys);
              } else {
                keys.add(key);
              }
            });
  }

  private static String kebab(String name) {
    return name.replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
  }
}
