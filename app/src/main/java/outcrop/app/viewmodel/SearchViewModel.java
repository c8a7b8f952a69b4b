package outcrop.app.viewmodel;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.column.CategoryColumn;
import outcrop.analysis.column.ColumnStore;
import outcrop.analysis.command.Command;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.index.QueryParser;
import outcrop.analysis.index.QuerySyntaxException;
import outcrop.analysis.selection.Predicate;
import outcrop.analysis.selection.Selection;
import outcrop.analysis.selection.SelectionClause;

/// The search field: a query in the search language, checked while it is typed, and one clause of
/// the filter once it is meant.
public final class SearchViewModel {
  /// The clause that the field writes.
  public static final String CLAUSE = "search:text";

  private static final int COMPLETIONS = 10;
  private static final int VALUES_LOOKED_AT = 200_000;

  /// What is wrong with the query.
  ///
  /// @param position of the fault, in UTF-16 units from the start
  public record Problem(String sentence, int position) {}

  /// Something that could stand in place of the word at the caret.
  ///
  /// @param text what is put there
  /// @param detail what it is
  /// @param start where the word starts
  public record Completion(String text, String detail, int start) {}

  private final WorkspaceViewModel project;
  private final StringProperty text = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<@Nullable Problem> problem =
      new ReadOnlyObjectWrapper<>(null);
  private int kept;

  SearchViewModel(WorkspaceViewModel project) {
    this.project = project;
  }

  public StringProperty textProperty() {
    return text;
  }

  /// What is wrong with the text as it stands, null where nothing is.
  public ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /// Checks the text and says what is wrong with it.
  ///
  /// @return whether it is a query
  public boolean check() {
    String typed = text.get();
    if (typed.isBlank()) {
      problem.set(null);
      return true;
    }
    try {
      QueryParser.parse(typed, project.columns().schema());
      problem.set(null);
      return true;
    } catch (QuerySyntaxException fault) {
      problem.set(new Problem(String.valueOf(fault.getMessage()), fault.position()));
      return false;
    }
  }

  /// Forgets what is wrong, while the user goes on typing.
  public void typing() {
    problem.set(null);
  }

  /// Filters by the text, where it is a query; the empty text filters nothing.
  public void apply() {
    if (!check()) {
      return;
    }
    String query = text.get().strip();
    if (query.isEmpty()) {
      project.execute(new Command.RemoveClause(CLAUSE), "");
    } else {
      SelectionClause clause =
          new SelectionClause(CLAUSE, "", new Predicate.Query(query), true, false);
      boolean same =
          project
              .state()
              .selection()
              .find(CLAUSE)
              .map(old -> old.predicate().equals(clause.predicate()))
              .orElse(false);
      if (!same) {
        project.execute(new Command.SetClause(clause), "search");
      }
    }
  }

  /// Makes the text a clause of its own and empties the field for the next query.
  public void keep() {
    String query = text.get().strip();
    if (query.isEmpty() || !check()) {
      return;
    }
    Selection selection = project.state().selection();
    do {
      kept++;
    } while (selection.find("search:" + kept).isPresent());
    SelectionClause clause =
        new SelectionClause("search:" + kept, "", new Predicate.Query(query), true, false);
    project.execute(
        new Command.Together(
            List.of(new Command.RemoveClause(CLAUSE), new Command.SetClause(clause))),
        "");
    text.set("");
  }

  /// Shows the query that is in force, after undo or when its chip was removed.
  void update(Selection selection) {
    String query =
        selection
            .find(CLAUSE)
            .map(SelectionClause::predicate)
            .filter(Predicate.Query.class::isInstance)
            .map(predicate -> ((Predicate.Query) predicate).text())
            .orElse("");
    if (!text.get().strip().equals(query)) {
      text.set(query);
      problem.set(null);
    }
  }

  /// What could stand in place of the word that ends at the caret: fields, then the values of the
  /// field that the word names.
  public List<Completion> completions(int caret) {
    String typed = text.get().substring(0, Math.min(caret, text.get().length()));
    int start = wordStart(typed);
    String word = typed.substring(start);
    int colon = word.indexOf(':');
    List<Completion> found = new ArrayList<>();
    if (colon < 0) {
      fields(word, start, found);
    } else {
      String name = unescaped(word.substring(0, colon));
      project
          .columns()
          .schema()
          .find(name)
          .ifPresent(field -> values(field, word.substring(colon + 1), start + colon + 1, found));
    }
    return found;
  }

  /// Puts a completion in place of the word at the caret.
  ///
  /// @return where the caret goes
  public int complete(Completion completion, int caret) {
    String typed = text.get();
    String after = typed.substring(Math.min(caret, typed.length()));
    text.set(typed.substring(0, completion.start()) + completion.text() + after);
    return completion.start() + completion.text().length();
  }

  private static int wordStart(String typed) {
    int at = typed.length();
    boolean quoted = typed.chars().filter(c -> c == '"').count() % 2 == 1;
    if (quoted) {
      at = typed.lastIndexOf('"');
    }
    while (at > 0) {
      char before = typed.charAt(at - 1);
      boolean escaped = at > 1 && typed.charAt(at - 2) == '\\';
      if (!escaped && " ()+-!".indexOf(before) >= 0) {
        break;
      }
      at--;
    }
    return at;
  }

  private void fields(String word, int start, List<Completion> found) {
    String wanted = unescaped(word).toLowerCase(Locale.ROOT);
    for (Field field : project.columns().schema().fields()) {
      if (found.size() < COMPLETIONS && field.name().toLowerCase(Locale.ROOT).contains(wanted)) {
        found.add(
            new Completion(
                escaped(field.name()) + ":",
                project.words().of("type." + field.type().name()),
                start));
      }
    }
    found.sort(
        java.util.Comparator.comparing(
            completion -> !completion.text().toLowerCase(Locale.ROOT).startsWith(wanted)));
  }

  private void values(Field field, String word, int start, List<Completion> found) {
    ColumnStore columns = project.columns();
    if (columns.column(field.name()) instanceof CategoryColumn category) {
      String wanted = unescaped(word.replace("\"", "")).toLowerCase(Locale.ROOT);
      int count = Math.min(category.dictionary().size(), VALUES_LOOKED_AT);
      for (int i = 0; i < count && found.size() < COMPLETIONS; i++) {
        String value = category.dictionary().value(i);
        if (value.toLowerCase(Locale.ROOT).contains(wanted)) {
          found.add(new Completion(written(value), "", start));
        }
      }
    } else if (word.isEmpty()
        && (field.type() == FieldType.NUMBER || field.type() == FieldType.TIME)) {
      found.add(new Completion("[", project.words().of("search.range"), start));
      found.add(new Completion(">=", project.words().of("search.atLeast"), start));
      found.add(new Completion("*", project.words().of("search.any"), start));
    }
  }

  /// A value as the query language needs it.
  static String written(String value) {
    return value.matches("[\\p{L}\\p{N}_.]+") && !value.matches("AND|OR|NOT|TO")
        ? value
        : '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private static String escaped(String name) {
    return name.replaceAll("([\\\\+\\-!(){}\\[\\]^\"~*?:/ ])", "\\\\$1");
  }

  private static String unescaped(String name) {
    return name.replaceAll("\\\\(.)", "$1");
  }
}
