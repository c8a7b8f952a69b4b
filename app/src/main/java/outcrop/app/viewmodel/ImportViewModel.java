package outcrop.app.viewmodel;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.io.FirstRows;
import outcrop.analysis.io.ImportPreview;
import outcrop.analysis.io.ImportSpec;
import outcrop.analysis.io.ImportSpec.JoinSpec;
import outcrop.analysis.io.ImportSpec.SourceSpec;
import outcrop.analysis.io.Importer;
import outcrop.analysis.io.ReaderOption;
import outcrop.analysis.project.ProjectFolder;
import outcrop.analysis.task.BackgroundTask;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.TaskHandle;
import outcrop.analysis.task.TaskProgress;
import outcrop.analysis.workspace.Workspace;

/// An import from the choice of files to the open project: what was guessed, what the user changed,
/// and how far the reading is.
public final class ImportViewModel {
  /// About how many rows can be looked at while the rest is being read.
  public static final int FIRST_ROWS = 20_000;

  private static final int FIRST_CELLS = 2_000_000;

  /// Where the import stands.
  public enum Phase {
    /// No files yet.
    EMPTY,
    /// The first rows are being read.
    LOOKING,
    /// There is a preview to change and to import.
    READY,
    /// All rows are being read.
    IMPORTING
  }

  private final Work work;
  private final Words words;
  private final Importer importer;
  private final BiConsumer<Workspace, Place> imported;
  private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(Phase.EMPTY);
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<@Nullable ImportPreview> preview =
      new ReadOnlyObjectWrapper<>(null);
  private final ObservableList<ImportField> fields = FXCollections.observableArrayList();
  private final StringProperty folder = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<@Nullable FirstRows> firstRows =
      new ReadOnlyObjectWrapper<>(null);
  private final Map<String, ImportField> edited = new HashMap<>();
  private Place place = Place.START;
  private List<Path> files = List.of();
  private int question;
  private @Nullable TaskHandle<?> looking;
  private @Nullable TaskHandle<?> running;

  /// Where the user stood in the first rows when all rows were there.
  ///
  /// @param top the first row in view
  /// @param focused the row that the keyboard was on
  public record Place(int top, int focused) {
    static final Place START = new Place(0, 0);
  }

  /// @param imported told the project once all rows are read, and where the user stood by then
  public ImportViewModel(Work work, Words words, BiConsumer<Workspace, Place> imported) {
    this.work = work;
    this.words = words;
    this.importer = new Importer(work.runner());
    this.imported = imported;
  }

  public ReadOnlyObjectProperty<Phase> phaseProperty() {
    return phase.getReadOnlyProperty();
  }

  /// What hinders the import, in one sentence; empty where nothing does.
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /// What the sources look like under the settings in force, null before the first look.
  public ReadOnlyObjectProperty<@Nullable ImportPreview> previewProperty() {
    return preview.getReadOnlyProperty();
  }

  /// The first rows with the chosen types while the rest is being read, null where there are none.
  public ReadOnlyObjectProperty<@Nullable FirstRows> firstRowsProperty() {
    return firstRows.getReadOnlyProperty();
  }

  /// Remembers where the user stands in the first rows.
  public void lookAt(Place newPlace) {
    place = newPlace;
  }

  public ObservableList<ImportField> fields() {
    return fields;
  }

  /// Where the project will be saved.
  public StringProperty folderProperty() {
    return folder;
  }

  public List<Path> files() {
    return files;
  }

  /// Looks at files and guesses how they are to be read.
  public void choose(List<Path> chosen) {
    if (chosen.isEmpty() || phase.get() == Phase.IMPORTING) {
      return;
    }
    files = List.copyOf(chosen);
    fields.clear();
    edited.clear();
    folder.set(freeFolder(defaultFolder(), projectName(chosen.getFirst())).toString());
    look();
  }

  /// Puts more files behind those chosen.
  public void addFiles(List<Path> more) {
    List<Path> all = new ArrayList<>(files);
    more.stream().filter(file -> !all.contains(file)).forEach(all::add);
    if (files.isEmpty()) {
      choose(all);
    } else {
      files = List.copyOf(all);
      look();
    }
  }

  /// Leaves a file out again.
  public void removeFile(Path file) {
    files = files.stream().filter(other -> !other.equals(file)).toList();
    if (files.isEmpty()) {
      question++;
      preview.set(null);
      fields.clear();
      problem.set("");
      phase.set(Phase.EMPTY);
    } else {
      look();
    }
  }

  /// What the import will take, in words; empty where nothing is known.
  public String estimate() {
    ImportPreview shown = preview.get();
    if (shown == null || shown.estimate().seconds() < 0) {
      return "";
    }
    return words.of(
        "import.estimate",
        words.bytes(shown.estimate().heapBytes()),
        words.bytes(shown.estimate().diskBytes()),
        words.duration(shown.estimate().seconds()));
  }

  /// The files whose fields stand beside those of the sources.
  public List<JoinSpec> joins() {
    ImportPreview shown = preview.get();
    return shown == null ? List.of() : shown.spec().joins();
  }

  /// Puts the fields of files beside those of the sources, and looks again.
  ///
  /// @param left the source's name of the field that holds the key, empty to join by row order
  /// @param right the field of the files that holds the key
  public void join(List<Path> joined, String left, String right) {
    List<JoinSpec> all = new ArrayList<>(joins());
    for (Path file : joined) {
      String path = file.toAbsolutePath().normalize().toString();
      all.add(new JoinSpec(new SourceSpec(path, "", Map.of()), left, right));
    }
    setJoins(all);
  }

  /// Leaves a joined file out again.
  public void removeJoin(JoinSpec join) {
    setJoins(joins().stream().filter(other -> !other.equals(join)).toList());
  }

  private void setJoins(List<JoinSpec> joins) {
    ImportPreview shown = preview.get();
    if (shown != null && !joins.equals(joins())) {
      keepEdits();
      // Without fields all are taken, those of a new file too; edits are put back when shown.
      ImportSpec changed = shown.spec().withFields(List.of()).withJoins(joins);
      ask(task -> importer.preview(changed, base(), task).withLeftOut(shown.leftOut()));
    }
  }

  /// How a setting of the reader stands for the first source, empty where it has none of this name.
  public String option(String name) {
    ImportPreview shown = preview.get();
    return shown == null ? "" : shown.spec().sources().getFirst().options().getOrDefault(name, "");
  }

  /// The reader of the first source.
  public String format() {
    ImportPreview shown = preview.get();
    return shown == null ? "" : shown.spec().sources().getFirst().format();
  }

  /// The settings of the reader, in the order in which they are shown.
  public List<ReaderOption> options() {
    return preview.get() == null ? List.of() : Importer.options(format());
  }

  /// Reads all sources with another setting and looks again. Fields are guessed anew; what the user
  /// changed of a field is kept for when a source has it.
  public void setOption(String name, String value) {
    if (!option(name).equals(value)) {
      relook(
          source -> {
            Map<String, String> options = new HashMap<>(source.options());
            options.put(name, value);
            return source.read(source.format(), options);
          });
    }
  }

  /// Reads all sources with another reader and looks again.
  public void setFormat(String format) {
    if (!format().equals(format)) {
      relook(source -> source.read(format, Map.of()));
    }
  }

  private void relook(UnaryOperator<SourceSpec> change) {
    ImportPreview shown = preview.get();
    if (shown == null) {
      return;
    }
    keepEdits();
    ImportSpec changed =
        shown
            .spec()
            .withSources(shown.spec().sources().stream().map(change).toList())
            .withFields(List.of());
    ask(task -> importer.preview(changed, base(), task).withLeftOut(shown.leftOut()));
  }

  private void look() {
    keepEdits();
    preview.set(null);
    fields.clear();
    List<Path> now = files;
    ask(task -> importer.preview(now, task));
  }

  private void ask(BackgroundTask<ImportPreview> look) {
    int asked = ++question;
    problem.set("");
    phase.set(Phase.LOOKING);
    if (looking != null) {
      looking.cancel();
    }
    looking =
        work.start(
            words.of("import.looking"),
            look,
            answer -> {
              if (asked == question) {
                show(answer);
              }
            },
            sentence -> {
              if (asked == question) {
                problem.set(sentence);
                phase.set(preview.get() == null ? Phase.EMPTY : Phase.READY);
              }
            });
  }

  private void keepEdits() {
    fields.stream().filter(ImportField::isEdited).forEach(f -> edited.put(f.source(), f));
  }

  private void show(ImportPreview answer) {
    keepEdits();
    List<ImportField> found = answer.spec().fields().stream().map(ImportField::new).toList();
    for (ImportField field : found) {
      ImportField before = edited.get(field.source());
      if (before != null) {
        field.takeEdits(before);
      }
    }
    preview.set(answer);
    fields.setAll(found);
    phase.set(Phase.READY);
  }

  /// The spec as the user left it.
  ///
  /// @return empty where there is nothing to import or two fields have one name; [#problemProperty]
  ///   then says which
  public Optional<ImportSpec> spec() {
    ImportPreview shown = preview.get();
    if (shown == null) {
      return Optional.empty();
    }
    List<ImportSpec.FieldSpec> kept = new ArrayList<>();
    for (ImportField field : fields) {
      if (field.keptProperty().get()) {
        kept.add(field.toSpec());
      }
    }
    Optional<String> fault = ImportField.fault(fields, words);
    if (fault.isPresent()) {
      problem.set(fault.get());
      return Optional.empty();
    }
    problem.set("");
    return Optional.of(shown.spec().withFields(kept));
  }

  /// Reads all rows into a new project.
  public void importAll() {
    if (phase.get() != Phase.READY) {
      return;
    }
    Path target = Path.of(folder.get().strip());
    if (ProjectFolder.isProject(target)) {
      problem.set(words.of("import.exists", target));
      return;
    }
    Optional<ImportSpec> spec = spec();
    ImportPreview shown = preview.get();
    if (spec.isEmpty() || shown == null) {
      return;
    }
    Optional<String> refusal = shown.estimate().refusal(target);
    if (refusal.isPresent()) {
      problem.set(refusal.get());
      return;
    }
    ImportPreview wanted = shown.withSpec(spec.get());
    phase.set(Phase.IMPORTING);
    running =
        work.start(
            words.of("import.running", target.getFileName()),
            task -> {
              showFirstRows(wanted, task);
              Workspace.importInto(target, wanted, base(), work.runner(), task);
              return Workspace.open(target, false, work.runner());
            },
            workspace -> {
              running = null;
              phase.set(Phase.READY);
              imported.accept(workspace, place);
              forgetFirstRows();
            },
            sentence -> {
              running = null;
              problem.set(sentence);
              phase.set(Phase.READY);
              forgetFirstRows();
            });
  }

  /// Of a small source all rows are there as soon as the first would be.
  private void showFirstRows(ImportPreview wanted, TaskContext task) {
    int fields = Math.max(1, wanted.spec().fields().size());
    int rows = Math.clamp(FIRST_CELLS / fields, 200, FIRST_ROWS);
    if (wanted.estimatedRows() < 0 || wanted.estimatedRows() > rows) {
      FirstRows first = importer.firstRows(wanted.spec(), base(), rows, task);
      work.delivery()
          .execute(
              () -> {
                if (phase.get() == Phase.IMPORTING) {
                  place = Place.START;
                  firstRows.set(first);
                } else {
                  first.close();
                }
              });
    }
  }

  private void forgetFirstRows() {
    FirstRows shown = firstRows.get();
    firstRows.set(null);
    if (shown != null) {
      shown.close();
    }
  }

  /// How far the import is, empty where none runs.
  public Optional<TaskProgress> progress() {
    TaskHandle<?> task = running;
    return task == null ? Optional.empty() : Optional.of(task.progress());
  }

  /// Stops the import that runs; nothing is left of it.
  public void cancel() {
    TaskHandle<?> task = running;
    if (task != null) {
      task.cancel();
    }
  }

  /// Where a new project goes unless the user says otherwise.
  public static Path defaultFolder() {
    return Path.of(System.getProperty("outcrop.projects", System.getProperty("user.home", ".")))
        .resolve("Outcrop");
  }

  private static Path base() {
    return Path.of("").toAbsolutePath();
  }

  /// A name made from a file's, without its endings.
  static String projectName(Path file) {
    Path name = file.toAbsolutePath().normalize().getFileName();
    String text = name == null ? "dataset" : name.toString();
    int dot = text.indexOf('.', 1);
    return dot < 0 ? text : text.substring(0, dot);
  }

  /// A folder of this name that does not exist yet, with a number where it needs one.
  static Path freeFolder(Path parent, String name) {
    return Stream.iterate(1, n -> n + 1)
        .map(n -> parent.resolve((n == 1 ? name : name + "-" + n) + ProjectFolder.SUFFIX))
        .filter(candidate -> !Files.exists(candidate))
        .findFirst()
        .orElseThrow();
  }
}
