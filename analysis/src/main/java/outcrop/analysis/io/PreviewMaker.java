package outcrop.analysis.io;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.FieldRole;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.dataset.ValueFormat;
import outcrop.analysis.image.ImageSource;
import outcrop.analysis.io.ImportSpec.FieldSpec;
import outcrop.analysis.task.TaskContext;

/// Guesses an import from the head of its sources.
final class PreviewMaker {
  private static final int SAMPLE_ROWS = 20_000;
  private static final int SAMPLE_CHARS = 8 << 20;
  private static final int SHOWN_ROWS = 100;
  private static final int SHOWN_CHARS = 2000;
  private static final int MOST_SAMPLED = 64;

  private final OpenedSources sources;
  private final TaskContext context;
  private final List<String> names;
  private final List<FieldEvidence> evidence = new ArrayList<>();
  private final List<List<@Nullable String>> shown = new ArrayList<>();
  private final List<String> warnings;
  private long refused;
  private long sampledRows;
  private long sampledBytes;
  private long sampledNanos;
  private boolean whole = true;
  private List<String> leftOut = List.of();

  PreviewMaker(OpenedSources sources, TaskContext context) {
    this.sources = sources;
    this.context = context;
    this.names = sources.fields();
    this.warnings = new ArrayList<>(sources.warnings());
    List<NumberStyle> styles = sources.numberStyles();
    names.forEach(name -> evidence.add(new FieldEvidence(sources.quotesMeanText(), styles)));
  }

  /// @param found where the sources come from, and what is known of their fields
  ImportPreview make(FoundSources found) {
    leftOut = found.warnings();
    warnings.addAll(0, leftOut);
    sample();
    ImportPreview preview = preview(hinted(guessAll(), found.hints()));
    return preview.withSpec(preview.spec().withNamed(found.named()));
  }

  /// @param edited fields as the user left them; empty to take all
  ImportPreview make(List<FieldSpec> edited) {
    sample();
    return preview(edited.isEmpty() ? guessAll() : reguess(edited));
  }

  /// What a description says counts more than what cells look like, and is still a guess that the
  /// cells may overrule. A role that the description gives is taken from who was guessed to have
  /// it.
  private static List<FieldSpec> hinted(List<FieldSpec> fields, Map<String, FieldHint> hints) {
    Set<FieldRole> given = new HashSet<>();
    hints.values().forEach(hint -> given.add(hint.role() == null ? FieldRole.NONE : hint.role()));
    List<FieldSpec> all = new ArrayList<>();
    for (FieldSpec spec : fields) {
      FieldHint hint = hints.get(spec.source());
      Field field = spec.field();
      FieldType type = hint == null ? null : hint.type();
      FieldRole role = hint == null ? null : hint.role();
      if (role != null) {
        field = field.withRole(role);
      } else if (given.contains(field.role())) {
        field = field.withRole(FieldRole.NONE);
      }
      boolean words = field.type() == FieldType.TEXT || field.type() == FieldType.CATEGORY;
      boolean agrees = type == field.type() || type == FieldType.CATEGORY && words;
      if (type != null && !agrees) {
        field = field.withType(type).withFormat(ValueFormat.PLAIN);
      }
      all.add(new FieldSpec(spec.source(), field, spec.pattern(), spec.chosen()));
    }
    return all;
  }

  private ImportPreview preview(List<FieldSpec> fields) {
    long rows = sources.rows();
    boolean exact = rows >= 0 || whole;
    if (rows < 0) {
      rows = whole ? sampledRows : estimate();
    }
    if (refused > 0) {
      warnings.add(
          refused
              + " of the first "
              + (sampledRows + refused)
              + " rows cannot be read and will be refused.");
    }
    warnOfImages(fields);
    return new ImportPreview(
        new ImportSpec(sources.specs(), fields),
        rowsFor(fields),
        rows,
        exact,
        sources.bytes(),
        warnings.stream().distinct().toList(),
        leftOut,
        estimate(rows, fields));
  }

  private ImportEstimate estimate(long rows, List<FieldSpec> fields) {
    List<FieldSpec> own = fields.stream().filter(f -> names.contains(f.source())).toList();
    List<FieldEvidence> seen =
        own.stream().map(field -> evidence.get(names.indexOf(field.source()))).toList();
    return EstimateMaker.of(rows, sampledRows, sampledNanos, own, seen);
  }

  /// Says when images that the first rows name are not there.
  private void warnOfImages(List<FieldSpec> fields) {
    ImageReferences references = sources.images();
    for (FieldSpec spec : fields) {
      int column = names.indexOf(spec.source());
      if (column < 0 || spec.field().type() != FieldType.IMAGE) {
        continue;
      }
      List<String> named =
          shown.stream().map(row -> row.get(column)).filter(Objects::nonNull).toList();
      List<String> gone = new ArrayList<>();
      for (String text : named) {
        if (references.find(text) instanceof ImageSource.Unavailable unavailable) {
          gone.add(unavailable.sentence());
        }
      }
      if (!gone.isEmpty()) {
        warnings.add(
            gone.size()
                + " of the first "
                + named.size()
                + " images of "
                + spec.field().name()
                + " cannot be had: "
                + gone.getFirst());
      }
    }
    references.close();
  }

  private long estimate() {
    return sampledBytes <= 0
        ? -1
        : Math.max(sampledRows, Math.round((double) sources.bytes() * sampledRows / sampledBytes));
  }

  private void sample() {
    Map<String, Integer> columns = new HashMap<>();
    names.forEach(name -> columns.put(name, columns.size()));
    long start = System.nanoTime();
    int all = sources.sources().size();
    int count = Math.min(all, MOST_SAMPLED);
    whole = count == all;
    for (int i = 0; i < count; i++) {
      int index = (int) ((long) i * all / count);
      sampleSource(index, columns, Math.max(200, SAMPLE_ROWS / count), SAMPLE_CHARS / count);
    }
    sampledNanos = System.nanoTime() - start;
  }

  private void sampleSource(int index, Map<String, Integer> columns, int rowLimit, int charLimit) {
    OpenedSources.Source source = sources.sources().get(index);
    context.stage("Looking at " + source.name());
    RowSink sink = sink(source);
    RowBatch batch = new RowBatch(sources.columns().size());
    try (RowCursor cursor = sources.cursor(index, columns, context)) {
      long rows = 0;
      long chars = 0;
      boolean more = true;
      while (more && rows < rowLimit && chars < charLimit) {
        context.checkCancelled();
        batch.clear(index, line -> 0);
        more = cursor.fill(batch, sink);
        sources.putConstants(index, batch);
        for (int column = 0; column < names.size(); column++) {
          evidence.get(column).addAll(batch, column);
        }
        show(batch);
        rows += batch.rows();
        chars += batch.charCount();
      }
      sampledRows += rows;
      sampledBytes += cursor.bytesRead();
      whole &= !more;
    } catch (IOException e) {
      throw source.file().unreadable(e);
    }
  }

  private RowSink sink(OpenedSources.Source source) {
    return new RowSink() {
      @Override
      public void refuse(long line, String reason) {
        refused++;
      }

      @Override
      public void warn(String sentence) {
        warnings.add(sources.sources().size() == 1 ? sentence : source.name() + ": " + sentence);
      }
    };
  }

  private void show(RowBatch batch) {
    for (int row = 0; row < batch.rows() && shown.size() < SHOWN_ROWS; row++) {
      List<@Nullable String> cells = new ArrayList<>();
      for (int column = 0; column < batch.columns(); column++) {
        String text = batch.text(row, column);
        cells.add(
            text != null && text.length() > SHOWN_CHARS
                ? text.substring(0, SHOWN_CHARS) + '…'
                : text);
      }
      shown.add(cells);
    }
  }

  private List<FieldSpec> guessAll() {
    List<FieldSpec> fields = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      fields.add(guess(names.get(i), names.get(i), i));
    }
    List<FieldSpec> all =
        new ArrayList<>(hinted(RoleGuess.assign(fields, evidence), sources.hints()));
    if (sources.sources().size() > 1) {
      boolean role = all.stream().noneMatch(spec -> spec.field().role() == FieldRole.SOURCE);
      String name = freeName("source");
      Field field =
          new Field(
              name,
              FieldType.CATEGORY,
              role ? FieldRole.SOURCE : FieldRole.NONE,
              ValueFormat.PLAIN);
      all.add(new FieldSpec(ImportSpec.FILE_NAME, field, null, true));
    }
    return all;
  }

  private String freeName(String wanted) {
    Set<String> taken = new HashSet<>(names);
    String name = wanted;
    for (int number = 2; taken.contains(name); number++) {
      name = wanted + '_' + number;
    }
    return name;
  }

  private FieldSpec guess(String source, String name, int column) {
    DatasetReader.DeclaredType declared = sources.declared(source);
    if (declared != null) {
      Field field = new Field(name, declared.type(), FieldRole.NONE, declared.format());
      return new FieldSpec(source, field, declared.pattern(), true);
    }
    TypeGuess guess = TypeGuess.of(name, evidence.get(column));
    warnings.addAll(guess.warnings());
    FieldSpec spec =
        new FieldSpec(
            source,
            new Field(name, guess.type(), FieldRole.NONE, guess.format()),
            guess.pattern(),
            false);
    return hinted(List.of(spec), sources.hints()).getFirst();
  }

  /// Keeps what the user decided and guesses the rest again, since other settings may show other
  /// cells.
  private List<FieldSpec> reguess(List<FieldSpec> edited) {
    List<FieldSpec> kept = new ArrayList<>();
    for (FieldSpec spec : edited) {
      int column = names.indexOf(spec.source());
      if (spec.source().equals(ImportSpec.FILE_NAME)) {
        kept.add(spec);
      } else if (column >= 0 && spec.chosen()) {
        kept.add(checked(spec));
      } else if (column >= 0) {
        FieldSpec guessed = guess(spec.source(), spec.field().name(), column);
        kept.add(
            new FieldSpec(
                spec.source(),
                guessed.field().withRole(spec.field().role()),
                guessed.pattern(),
                false));
      }
    }
    boolean anyOfSource =
        kept.stream().anyMatch(spec -> !spec.source().equals(ImportSpec.FILE_NAME));
    return anyOfSource ? kept : guessAll();
  }

  private static FieldSpec checked(FieldSpec spec) {
    new TimeText(spec.pattern());
    return spec;
  }

  private List<List<@Nullable String>> rowsFor(List<FieldSpec> fields) {
    List<String> columns = sources.columns();
    int[] places = fields.stream().mapToInt(spec -> columns.indexOf(spec.source())).toArray();
    List<List<@Nullable String>> rows = new ArrayList<>();
    for (List<@Nullable String> row : shown) {
      List<@Nullable String> cells = new ArrayList<>();
      for (int i = 0; i < places.length; i++) {
        cells.add(cell(row.get(places[i]), fields.get(i).field()));
      }
      rows.add(cells);
    }
    return rows;
  }

  private static @Nullable String cell(@Nullable String text, Field field) {
    if (text == null || field.type() != FieldType.NUMBER && field.type() != FieldType.TIME) {
      return text;
    }
    String trimmed = text.strip();
    return NumberText.isMarker(trimmed.toCharArray(), 0, trimmed.length()) ? null : text;
  }
}
