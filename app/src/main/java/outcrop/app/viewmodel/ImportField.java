package outcrop.app.viewmodel;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.FieldRole;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.dataset.ValueFormat;
import outcrop.analysis.io.ImportSpec.FieldSpec;

/// One field of an import while the user decides on it.
public final class ImportField {
  private final FieldSpec guess;
  private final StringProperty name;
  private final ObjectProperty<FieldType> type;
  private final ObjectProperty<FieldRole> role;
  private final StringProperty pattern;
  private final BooleanProperty kept = new SimpleBooleanProperty(true);

  public ImportField(FieldSpec guess) {
    this.guess = guess;
    this.name = new SimpleStringProperty(guess.field().name());
    this.type = new SimpleObjectProperty<>(guess.field().type());
    this.role = new SimpleObjectProperty<>(guess.field().role());
    this.pattern = new SimpleStringProperty(guessedPattern());
  }

  /// The name in the source.
  public String source() {
    return guess.source();
  }

  public StringProperty nameProperty() {
    return name;
  }

  public ObjectProperty<FieldType> typeProperty() {
    return type;
  }

  public ObjectProperty<FieldRole> roleProperty() {
    return role;
  }

  /// How times are written in the source, empty for ISO 8601.
  public StringProperty patternProperty() {
    return pattern;
  }

  public BooleanProperty keptProperty() {
    return kept;
  }

  private String guessedPattern() {
    return guess.pattern() == null ? "" : guess.pattern();
  }

  /// Whether the user decided anything else than what was guessed.
  boolean isEdited() {
    return !name.get().equals(guess.field().name())
        || type.get() != guess.field().type()
        || role.get() != guess.field().role()
        || !pattern.get().equals(guessedPattern())
        || !kept.get();
  }

  /// Takes over what the user decided for the field of this source under another guess; the rest
  /// stays as it is guessed here.
  void takeEdits(ImportField before) {
    if (!before.name.get().equals(before.guess.field().name())) {
      name.set(before.name.get());
    }
    if (before.type.get() != before.guess.field().type()) {
      type.set(before.type.get());
    }
    if (before.role.get() != before.guess.field().role()) {
      role.set(before.role.get());
    }
    if (!before.pattern.get().equals(before.guessedPattern())) {
      pattern.set(before.pattern.get());
    }
    kept.set(before.kept.get());
  }

  /// The decision as a value; a changed type counts as chosen and is not widened any more.
  FieldSpec toSpec() {
    Field before = guess.field();
    boolean typeChanged = type.get() != before.type();
    Field field =
        new Field(
            name.get().strip(),
            type.get(),
            role.get(),
            typeChanged ? ValueFormat.PLAIN : before.format());
    return new FieldSpec(
        guess.source(),
        field,
        pattern.get().isBlank() ? null : pattern.get().strip(),
        guess.chosen() || typeChanged);
  }

  /// What hinders these fields from being a schema, in one sentence.
  static Optional<String> fault(List<ImportField> fields, Words words) {
    Set<String> names = new HashSet<>();
    for (ImportField field : fields) {
      if (field.kept.get()) {
        String name = field.name.get().strip();
        if (name.isEmpty()) {
          return Optional.of(words.of("import.noName", field.source()));
        }
        if (!names.add(name)) {
          return Optional.of(words.of("import.twoNames", name));
        }
      }
    }
    return names.isEmpty() ? Optional.of(words.of("import.noField")) : Optional.empty();
  }
}
