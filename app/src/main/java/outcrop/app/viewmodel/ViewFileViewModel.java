package outcrop.app.viewmodel;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.spec.ChartSpec;
import outcrop.analysis.spec.FieldMapping;
import outcrop.analysis.spec.ViewFile;
import outcrop.analysis.spec.ViewFile.Needed;
import outcrop.analysis.task.UserFailure;

/// A view from a file on its way into the project: which field stands for each of its own.
public final class ViewFileViewModel {
  private static final long LARGEST = 10_000_000;

  private final WorkspaceViewModel project;
  private final ReadOnlyObjectWrapper<FieldMapping> mapping;

  private ViewFileViewModel(WorkspaceViewModel project, FieldMapping mapping) {
    this.project = project;
    this.mapping = new ReadOnlyObjectWrapper<>(mapping);
  }

  /// Reads a file, with a guess for every field.
  ///
  /// @param opened told the view and its mapping
  /// @param failed told one sentence where the file holds no chart
  public static void open(
      WorkspaceViewModel project,
      Path file,
      Consumer<ViewFileViewModel> opened,
      Consumer<String> failed) {
    project
        .work()
        .start(
            project.words().of("viewFile.opening", file.getFileName()),
            _ -> ViewFile.parse(read(file), file.toString()),
            found -> {
              if (found.view() instanceof ChartSpec chart) {
                FieldMapping guess =
                    FieldMapping.guess(chart, found.fields(), project.workspace().schema());
                opened.accept(new ViewFileViewModel(project, guess));
              } else {
                failed.accept(project.words().of("viewFile.noChart", file));
              }
            },
            failed);
  }

  private static String read(Path file) {
    try {
      if (Files.size(file) > LARGEST) {
        throw new UserFailure(file + " is too large for a view; choose a .view.json file.");
      }
      return Files.readString(file);
    } catch (CharacterCodingException notText) {
      throw new UserFailure(file + " is not a view spec: it is not UTF-8 text.", notText);
    } catch (IOException failure) {
      throw new UserFailure(file + " cannot be read: check that you may read it.", failure);
    }
  }

  public ReadOnlyObjectProperty<FieldMapping> mappingProperty() {
    return mapping.getReadOnlyProperty();
  }

  /// Whether every field of the view is there under its own name.
  public boolean fits() {
    FieldMapping now = mapping.get();
    return now.isComplete()
        && now.needed().stream()
            .allMatch(field -> now.target(field).filter(field.name()::equals).isPresent());
  }

  /// What the fields of this dataset are called.
  public List<String> names() {
    return project.workspace().schema().fields().stream().map(Field::name).toList();
  }

  public void choose(Needed field, @Nullable String target) {
    mapping.set(mapping.get().with(field, target));
  }

  /// What is wrong with the choice for a field, in one sentence; empty where nothing is.
  public String problem(Needed field) {
    FieldMapping now = mapping.get();
    if (now.target(field).isEmpty()) {
      return project.words().of("viewFile.missing");
    }
    return now.wrong(field)
        .map(type -> project.words().of("viewFile.wrong", now.target(field).get(), type(type)))
        .orElse("");
  }

  /// The type of a field in words; empty where the file does not say it.
  public String type(Needed field) {
    return field.type() == null ? "" : type(field.type());
  }

  private String type(FieldType type) {
    return project.words().of("type." + type);
  }

  /// Opens the view with the chosen fields.
  public void apply() {
    project.edits().addChart(mapping.get().apply());
  }
}
