package outcrop.app.viewmodel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.command.Command;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.overview.FieldAssociations;
import outcrop.analysis.overview.FieldAssociations.Reason;
import outcrop.analysis.overview.FieldCard;
import outcrop.analysis.overview.FieldWarning;
import outcrop.analysis.project.ProjectState;
import outcrop.analysis.selection.Predicate;
import outcrop.analysis.selection.SelectionClause;
import outcrop.analysis.spec.LayoutSpec;
import outcrop.analysis.spec.OverviewSpec;
import outcrop.analysis.spec.TableSpec;
import outcrop.analysis.spec.ViewSpec;

/// A dataset at first sight: a card for every field, in the order that the user wants, and how the
/// fields hang together.
///
/// Nothing is looked at before the page is seen ([#look]). Cards then come as they are made; they
/// stand in the order of the dataset until all are there, so that none is moved away under the
/// pointer.
public final class OverviewViewModel implements ViewModel {
  /// Channel of the rows that a warning speaks of.
  public static final String WARNING = "warning";

  private final WorkspaceViewModel project;
  private final ReadOnlyObjectWrapper<OverviewSpec> spec;
  private final ReadOnlyObjectWrapper<List<Item>> items = new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<Progress> progress =
      new ReadOnlyObjectWrapper<>(new Progress(0, 0));
  private final ReadOnlyObjectWrapper<@Nullable FieldAssociations> associations =
      new ReadOnlyObjectWrapper<>(null);
  private final ReadOnlyObjectWrapper<@Nullable SelectionClause> shownRows =
      new ReadOnlyObjectWrapper<>(null);
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final Map<String, FieldCard> cards = new HashMap<>();
  private final OverviewWork work;
  private List<Field> fields = List.of();

  /// A field and its card.
  ///
  /// @param card null until it is made
  public record Item(Field field, @Nullable FieldCard card) {}

  /// How many cards are made, of how many fields.
  public record Progress(int made, int all) {
    public boolean isDone() {
      return made == all;
    }
  }

  OverviewViewModel(WorkspaceViewModel project, OverviewSpec spec) {
    this.project = project;
    this.spec = new ReadOnlyObjectWrapper<>(spec);
    this.work = new OverviewWork(project, this::take, associations::set, problem::set);
  }

  public WorkspaceViewModel project() {
    return project;
  }

  @Override
  public ReadOnlyObjectProperty<OverviewSpec> specProperty() {
    return spec.getReadOnlyProperty();
  }

  /// The fields to show, in their order, after every change of order, search and cards.
  public ReadOnlyObjectProperty<List<Item>> itemsProperty() {
    return items.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Progress> progressProperty() {
    return progress.getReadOnlyProperty();
  }

  /// How the fields hang together, null until that is known.
  public ReadOnlyObjectProperty<@Nullable FieldAssociations> associationsProperty() {
    return associations.getReadOnlyProperty();
  }

  /// The filter on the rows of a warning, null where there is none.
  public ReadOnlyObjectProperty<@Nullable SelectionClause> shownRowsProperty() {
    return shownRows.getReadOnlyProperty();
  }

  /// Why something could not be worked out, in one sentence; empty where it could.
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  @Override
  public void update(ViewSpec newSpec, ProjectState state) {
    if (newSpec instanceof OverviewSpec overview) {
      spec.set(overview);
      shownRows.set(
          state.selection().clauses().stream()
              .filter(clause -> clause.viewId().equals(overview.id()))
              .findFirst()
              .orElse(null));
      if (!fields.isEmpty()) {
        look();
      }
      arrange();
    }
  }

  /// Looks at the fields that have no card yet. Called when the page is seen, and again whenever
  /// fields were added.
  public void look() {
    List<Field> now = project.workspace().schema().fields();
    if (now.equals(fields)) {
      return;
    }
    fields = now;
    cards.keySet().removeIf(name -> now.stream().noneMatch(field -> field.name().equals(name)));
    arrange();
    work.look(now);
  }

  private void take(List<FieldCard> made) {
    for (FieldCard card : made) {
      cards.put(card.field().name(), card);
      project.fields().setDistinct(card.field().name(), card.profile().distinct());
    }
    arrange();
  }

  private void arrange() {
    OverviewSpec wanted = spec.get();
    progress.set(new Progress(cards.size(), fields.size()));
    String text = wanted.filter().strip().toLowerCase(Locale.ROOT);
    List<Item> found = new ArrayList<>();
    for (Field field : fields) {
      Item item = new Item(field, cards.get(field.name()));
      if (!wanted.hidden().contains(field.name()) && matches(item, text)) {
        found.add(item);
      }
    }
    switch (wanted.order()) {
      case DATASET -> {}
      case NAME ->
          found.sort(
              Comparator.comparing(
                  (Item item) -> item.field().name(), String.CASE_INSENSITIVE_ORDER));
      case INTEREST -> {
        if (progress.get().isDone()) {
          found.sort(
              Comparator.comparing(
                  item -> Objects.requireNonNull(item.card()), FieldCard.BY_INTEREST));
        }
      }
    }
    items.set(List.copyOf(found));
  }

  private boolean matches(Item item, String text) {
    return text.isEmpty()
        || item.field().name().toLowerCase(Locale.ROOT).contains(text)
        || item.card() != null
            && item.card().warnings().stream()
                .anyMatch(warning -> brief(warning).toLowerCase(Locale.ROOT).contains(text));
  }

  /// A warning in a few words.
  public String brief(FieldWarning warning) {
    return said("overview.brief.", warning);
  }

  /// A warning in a sentence: what, how many rows of how many, and how it was found.
  public String sentence(FieldWarning warning) {
    return said("overview.said.", warning);
  }

  private String said(String prefix, FieldWarning warning) {
    Words words = project.words();
    return words.of(
        prefix + warning.kind(),
        words.count(warning.count()),
        words.count(warning.of()),
        words.percent(warning.count(), warning.of()),
        warning.value(),
        warning.amount() > 1 && !warning.other().isEmpty()
            ? words.of("overview.andMore", warning.other(), (long) warning.amount() - 1)
            : warning.other(),
        Double.isNaN(warning.amount()) ? "" : words.number(warning.amount()));
  }

  /// The bars of a field that is in view.
  public DistributionViewModel bars(Field field) {
    return project.fields().model(field);
  }

  /// Counts the bars of these fields from now on.
  public void show(List<Field> visible) {
    project.fields().show(spec.get().id(), visible);
  }

  /// Compares as many fields as the page can show, not only the most interesting.
  public void compareMore() {
    work.compare(OverviewWork.MOST_COMPARED);
  }

  /// How many fields could be compared and are not; 0 where no more are compared in any case.
  public int notCompared() {
    FieldAssociations found = associations.get();
    return found == null || found.fields().size() >= OverviewWork.MOST_COMPARED
        ? 0
        : (int) found.left().stream().filter(left -> left.reason() == Reason.NOT_ASKED).count();
  }

  /// How many fields [#compareMore] compares.
  public int comparable() {
    FieldAssociations found = associations.get();
    return found == null
        ? 0
        : Math.min(OverviewWork.MOST_COMPARED, found.fields().size() + notCompared());
  }

  public void setOrder(OverviewSpec.Order order) {
    if (order != spec.get().order()) {
      edit(spec.get().withOrder(order), "");
    }
  }

  /// Shows only fields whose name or warning holds a text; one step of the history while it is
  /// typed.
  public void setFilter(String text) {
    if (!text.equals(spec.get().filter())) {
      edit(spec.get().withFilter(text), "search");
    }
  }

  /// Hides the card of a field, or shows it again.
  public void toggleHidden(String field) {
    edit(spec.get().toggled(field), "");
  }

  public void setAssociations(boolean shown) {
    if (shown != spec.get().associations()) {
      edit(spec.get().withAssociations(shown), "");
    }
  }

  private void edit(OverviewSpec changed, String kind) {
    project.execute(new Command.EditView(changed), kind.isEmpty() ? "" : kind + ":" + changed.id());
  }

  public void showAll() {
    edit(spec.get().withHidden(List.of()), "");
  }

  /// What a click on a warning does: it shows the rows, or both of the fields that it speaks of;
  /// empty where there is nothing to show.
  public Optional<Runnable> action(FieldWarning warning, Field field) {
    if (warning.rows().isPresent()) {
      return Optional.of(() -> showRows(warning));
    }
    return warning.other().isEmpty()
        ? Optional.empty()
        : Optional.of(() -> openPair(field.name(), warning.other()));
  }

  /// Opens two fields against each other, a measure across where the other is a category.
  public void openPair(String a, String b) {
    boolean turned = isNamed(a) && !isNamed(b);
    project.edits().cross(turned ? b : a, turned ? a : b);
  }

  private boolean isNamed(String field) {
    return fields.stream()
        .anyMatch(one -> one.name().equals(field) && one.type() == FieldType.CATEGORY);
  }

  /// Shows the rows that a warning speaks of: filters them, and brings a table to the front.
  public void showRows(FieldWarning warning) {
    Predicate rows = warning.rows().orElse(null);
    if (rows == null) {
      return;
    }
    List<Command> commands = new ArrayList<>();
    commands.add(new Command.SetClause(SelectionClause.of(spec.get().id(), WARNING, rows)));
    Optional<String> table = table();
    if (table.isPresent()) {
      LayoutSpec layout = project.state().layout().front(table.get());
      if (!layout.equals(project.state().layout())) {
        commands.add(new Command.Arrange(layout));
      }
    }
    project.execute(
        commands.size() == 1 ? commands.getFirst() : new Command.Together(commands), "");
    table.ifPresent(project.focusedViewProperty()::set);
  }

  private Optional<String> table() {
    return project.state().views().stream()
        .filter(TableSpec.class::isInstance)
        .map(ViewSpec::id)
        .findFirst();
  }

  /// Keeps the rows with a value of a field, or gives that up where it is so already.
  ///
  /// @param additive whether other values stay chosen
  public void toggleValue(Field field, String value, boolean additive) {
    bars(field).toggleValue(value, additive);
  }

  /// Keeps the rows without a value of a field, or gives that up.
  public void toggleMissing(Field field) {
    bars(field).toggleMissing(false);
  }

  @Override
  public void close() {
    work.close();
    project.fields().show(spec.get().id(), List.of());
  }
}
