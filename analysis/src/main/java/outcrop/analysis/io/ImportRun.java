package outcrop.analysis.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import outcrop.analysis.column.ListColumn;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.FieldRole;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.dataset.Schema;
import outcrop.analysis.dataset.ValueFormat;
import outcrop.analysis.io.ImportSpec.FieldSpec;
import outcrop.analysis.task.UserFailure;

/// Repeats passes over the sources until every row that is taken fits the types.
///
/// The guess comes from the head; a later cell that does not fit either sends its row into
/// quarantine (few cells, or a type that the user chose) or widens the field: integers to decimals,
/// days to times, both to text, and the next pass reads everything again. Types only widen, so
/// passes end.
final class ImportRun {
  private static final int MOST_PASSES = 12;

  private final Optional<Joins> joins;
  private OpenedSources sources;
  private final ImportPass.Run run;
  private final Map<Long, String> drops = new HashMap<>();
  private final List<String> warnings = new ArrayList<>();
  private List<FieldSpec> fields;
  private boolean widened;
  private boolean isNamed;
  private List<String> contents = List.of();

  ImportRun(
      OpenedSources sources, List<FieldSpec> fields, Optional<Joins> joins, ImportPass.Run run) {
    this.sources = sources;
    this.joins = joins;
    this.fields = joins.map(all -> all.settled(fields)).orElse(List.copyOf(fields));
    this.run = run;
    this.warnings.addAll(sources.warnings());
  }

  /// Writes the store, the report and the quarantine into a directory that exists and is empty.
  ReadReport into(Path directory) throws IOException {
    for (int pass = 0; pass < MOST_PASSES; pass++) {
      ImportPass attempt = pass(directory, Optional.empty(), pass == 0);
      if (!widen(attempt)) {
        return finish(attempt, directory);
      }
      run.context().stage("Reading again with wider types");
    }
    throw new UserFailure(
        "The types of the fields do not settle; choose the types of "
            + fields.getFirst().field().name()
            + " and the others before importing.");
  }

  /// The same, with rows in place of the first sources.
  ///
  /// @return empty where reading everything could give something else: where the other sources
  ///   change a type or refuse cells although the known rows had such cells, or where an id does
  ///   not name the rows any more
  Optional<ReadReport> onto(KnownRows known, Path directory) throws IOException {
    contents = known.sources().stream().map(ReadTrace.SourceTrace::content).toList();
    ImportPass attempt = pass(directory, Optional.of(known), true);
    if (widen(attempt)) {
      if (widened || known.hasDropped()) {
        return Optional.empty();
      }
      run.context().stage("Reading again without what was refused");
      attempt = pass(directory, Optional.of(known), false);
      if (widen(attempt)) {
        return Optional.empty();
      }
    }
    ReadReport report = finish(attempt, directory);
    return known.hashes().isEmpty() && !isNamed ? Optional.empty() : Optional.of(report);
  }

  private ImportPass pass(Path directory, Optional<KnownRows> known, boolean stopEarly)
      throws IOException {
    empty(directory);
    ImportPass pass = new ImportPass(sources, fields, joins, drops, directory, run);
    known.ifPresent(pass::startWith);
    pass.run(stopEarly);
    return pass;
  }

  /// A dataset of refused rows only helps nobody: some setting is wrong.
  private static void checkAnyRow(ImportPass pass) {
    Quarantine refused = pass.quarantine();
    if (pass.rows() == 0 && refused.count() > 0) {
      ReadReport.QuarantinedRow first = refused.listed().getFirst();
      throw new UserFailure(
          "None of the "
              + refused.count()
              + " rows of "
              + first.file()
              + " can be read (line "
              + first.line()
              + ": "
              + first.reason().replaceAll("\\.$", "")
              + "); check the import settings and the types of the fields.");
    }
  }

  private static void empty(Path directory) throws IOException {
    try (var files = Files.list(directory)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
  }

  /// Changes types and refuses rows as the pass demands.
  ///
  /// @return whether there must be another pass
  private boolean widen(ImportPass pass) {
    List<FieldSpec> wide = new ArrayList<>();
    boolean changed = false;
    for (ColumnFeed feed : pass.feeds()) {
      FieldSpec wider = widen(feed, pass);
      widened |= wider != feed.spec();
      changed |= feed.misfitCount() > 0;
      wide.add(wider);
    }
    if (!pass.wasStopped() && addLate(pass.late(), wide)) {
      widened = true;
      changed = true;
    }
    fields = List.copyOf(wide);
    return changed;
  }

  private FieldSpec widen(ColumnFeed feed, ImportPass pass) {
    FieldSpec spec = feed.spec();
    if (feed.misfitCount() == 0) {
      return spec;
    }
    if (spec.chosen()) {
      feed.misfits().forEach(misfit -> refuse(spec, misfit));
      return spec;
    }
    boolean rare =
        !pass.wasStopped() && TypeGuess.isRare(feed.wordsCount(), pass.rows() + drops.size());
    Misfit reason = null;
    for (Misfit misfit : feed.misfits()) {
      boolean counts = !misfit.need().isRefusal() || !rare;
      if (counts && (reason == null || misfit.need().compareTo(reason.need()) > 0)) {
        reason = misfit;
      }
    }
    if (reason == null || pass.wasStopped() && !feed.isHopeless()) {
      if (!pass.wasStopped()) {
        feed.misfits().forEach(misfit -> refuse(spec, misfit));
      }
      return spec;
    }
    FieldSpec wider = wider(spec, reason.need());
    warnings.add(sentence(wider, reason));
    return wider;
  }

  private void refuse(FieldSpec spec, Misfit misfit) {
    drops.put(
        misfit.sourceRow(),
        "\""
            + misfit.text()
            + "\" is no "
            + kind(spec.field())
            + " for "
            + spec.field().name()
            + ".");
  }

  private static FieldSpec wider(FieldSpec spec, Misfit.Need need) {
    Field field = spec.field();
    Field wider =
        switch (need) {
          case DECIMAL ->
              field.withFormat(
                  field.type() == FieldType.LIST ? ValueFormat.DECIMAL : ValueFormat.PLAIN);
          case LENGTH -> field.withType(FieldType.LIST).withFormat(ValueFormat.DECIMAL);
          case DATETIME -> field.withFormat(ValueFormat.DATETIME);
          case EXACT, WORDS -> field.withType(FieldType.CATEGORY).withFormat(ValueFormat.PLAIN);
          case PROSE -> field.withType(FieldType.TEXT).withFormat(ValueFormat.PLAIN);
        };
    boolean outOfRole =
        wider.role() == FieldRole.TIME && wider.type() != FieldType.TIME
            || wider.role() == FieldRole.VECTOR && wider.type() != FieldType.VECTOR;
    return new FieldSpec(
        spec.source(),
        outOfRole ? wider.withRole(FieldRole.NONE) : wider,
        wider.type() == FieldType.TIME ? spec.pattern() : null,
        false);
  }

  private String sentence(FieldSpec wider, Misfit reason) {
    return wider.field().name()
        + " holds \""
        + reason.text()
        + "\" on line "
        + reason.line()
        + " of "
        + sources.sources().get(reason.source()).name()
        + " and is read as "
        + kind(wider.field())
        + ".";
  }

  private static String kind(Field field) {
    return switch (field.type()) {
      case NUMBER -> field.format() == ValueFormat.INTEGER ? "whole number" : "decimal number";
      case TIME -> field.format() == ValueFormat.DATE ? "date" : "time";
      case CATEGORY, IMAGE -> "category";
      case TEXT -> "text";
      case LIST -> ListColumn.isNumeric(field.format()) ? "list of numbers" : "list of texts";
      case VECTOR -> "vector";
    };
  }

  /// Fields that the preview did not know come in at the end.
  private boolean addLate(LateFields late, List<FieldSpec> all) {
    Set<String> taken = new HashSet<>();
    all.forEach(spec -> taken.add(spec.field().name()));
    boolean added = false;
    for (Map.Entry<String, LateFields.Seen> entry : late.fields().entrySet()) {
      String name = entry.getKey();
      while (!taken.add(name)) {
        name += '_';
      }
      TypeGuess guess = TypeGuess.of(name, entry.getValue().evidence());
      all.add(
          new FieldSpec(
              entry.getKey(),
              new Field(name, guess.type(), FieldRole.NONE, guess.format()),
              guess.pattern(),
              false));
      warnings.addAll(guess.warnings());
      warnings.add(
          name
              + " first appears on line "
              + entry.getValue().firstLine()
              + " of "
              + entry.getValue().file()
              + " and is added as the last field.");
      added = true;
    }
    sources = sources.withLate(late.fields().keySet());
    return added;
  }

  private ReadReport finish(ImportPass pass, Path directory) throws IOException {
    checkAnyRow(pass);
    warnings.addAll(pass.alone());
    List<Field> settled = pass.feeds().stream().map(ColumnFeed::settledField).toList();
    isNamed = pass.finish(settled);
    trace(pass, settled).write(directory);
    warnings.addAll(pass.warnings());
    for (Field field : settled) {
      if (field.role() == FieldRole.ID && !isNamed) {
        warnings.add(
            "The values of "
                + field.name()
                + " repeat or are missing, so rows are named by their content.");
      }
    }
    return new ReadReport(
        pass.rows(),
        new Schema(settled),
        pass.quarantine().count(),
        pass.quarantine().listed(),
        List.copyOf(warnings));
  }

  private ReadTrace trace(ImportPass pass, List<Field> settled) {
    List<ReadTrace.SourceTrace> read = new ArrayList<>();
    for (int i = 0; i < sources.sources().size(); i++) {
      String content = i < contents.size() ? contents.get(i) : "";
      read.add(ReadTrace.SourceTrace.of(sources.sources().get(i), content, pass.counts().get(i)));
    }
    List<FieldSpec> typed = new ArrayList<>();
    for (int i = 0; i < settled.size(); i++) {
      typed.add(fields.get(i).withField(settled.get(i)));
    }
    return new ReadTrace(
        ReadTrace.VERSION, read, typed, sources.fields(), sources.quotesMeanText(), widened);
  }
}
