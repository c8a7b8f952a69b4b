package outcrop.app.viewmodel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.column.ColumnStore;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.overview.AssociationFinder;
import outcrop.analysis.overview.AssociationFinder.Ask;
import outcrop.analysis.overview.CardMaker;
import outcrop.analysis.overview.DependencyFinder;
import outcrop.analysis.overview.FieldAssociations;
import outcrop.analysis.overview.FieldCard;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.TaskHandle;
import outcrop.analysis.task.TaskRunner;

/// Makes the cards of a page and compares its fields, away from the screen: first a card for each
/// field, handed over in small bunches, then what the fields say about each other.
final class OverviewWork implements AutoCloseable {
  /// The most fields compared on request: 45,000 pairs.
  static final int MOST_COMPARED = 300;

  private static final long BUNCH_NANOS = TimeUnit.MILLISECONDS.toNanos(150);

  private final WorkspaceViewModel project;
  private final Consumer<List<FieldCard>> made;
  private final Consumer<@Nullable FieldAssociations> compared;
  private final Consumer<String> problem;
  private final Map<String, FieldCard> plain = new LinkedHashMap<>();
  private @Nullable TaskHandle<?> looking;
  private @Nullable TaskHandle<?> comparing;
  private List<FieldCard> told = List.of();
  private boolean closed;

  /// @param made told cards as they are made, and again when more is known about them
  /// @param problem told one sentence where something went wrong
  OverviewWork(
      WorkspaceViewModel project,
      Consumer<List<FieldCard>> made,
      Consumer<@Nullable FieldAssociations> compared,
      Consumer<String> problem) {
    this.project = project;
    this.made = made;
    this.compared = compared;
    this.problem = problem;
  }

  /// Looks at fields; those that have a card keep it.
  void look(List<Field> fields) {
    stop();
    plain.keySet().removeIf(name -> fields.stream().noneMatch(field -> named(field, name)));
    List<FieldCard> known =
        fields.stream()
            .map(field -> plain.get(field.name()))
            .filter(card -> card != null && fields.contains(card.field()))
            .toList();
    List<Field> open =
        fields.stream()
            .filter(field -> known.stream().noneMatch(card -> card.field().equals(field)))
            .toList();
    looking =
        project
            .work()
            .start(
                project.words().of("overview.looking"),
                context -> cards(fields.size(), open, known, context),
                this::looked,
                problem);
  }

  private static boolean named(Field field, String name) {
    return field.name().equals(name);
  }

  private List<FieldCard> cards(
      int all, List<Field> open, List<FieldCard> known, TaskContext context) {
    ColumnStore columns = project.columns();
    TaskRunner runner = project.work().runner();
    RowSet rows = RowSet.all(columns.rowCount());
    CardMaker maker = new CardMaker(columns, runner);
    List<FieldCard> cards = new ArrayList<>(known);
    List<FieldCard> bunch = new ArrayList<>();
    long told = System.nanoTime();
    for (Field field : open) {
      context.checkCancelled();
      context.progress(cards.size(), all);
      FieldCard card = maker.card(field, rows);
      cards.add(card);
      bunch.add(card);
      if (System.nanoTime() - told > BUNCH_NANOS) {
        tell(List.copyOf(bunch));
        bunch.clear();
        told = System.nanoTime();
      }
    }
    tell(List.copyOf(bunch));
    return DependencyFinder.told(
        cards, new DependencyFinder(columns, runner).find(cards, rows, context));
  }

  private void tell(List<FieldCard> bunch) {
    project
        .work()
        .delivery()
        .execute(
            () -> {
              if (!closed) {
                bunch.forEach(card -> plain.put(card.field().name(), card));
                made.accept(bunch);
              }
            });
  }

  private void looked(List<FieldCard> cards) {
    if (!closed) {
      told = cards;
      made.accept(cards);
      compare(AssociationFinder.FIELDS);
    }
  }

  /// Compares the most interesting fields.
  void compare(int most) {
    if (comparing != null) {
      comparing.cancel();
    }
    List<FieldCard> cards = told;
    comparing =
        project
            .work()
            .start(
                project.words().of("overview.comparing"),
                context -> {
                  ColumnStore columns = project.columns();
                  return new AssociationFinder(columns, project.work().runner())
                      .find(
                          cards,
                          RowSet.all(columns.rowCount()),
                          Ask.DEFAULT.withFields(most),
                          context);
                },
                found -> {
                  if (!closed) {
                    compared.accept(found);
                  }
                },
                problem);
  }

  private void stop() {
    if (looking != null) {
      looking.cancel();
    }
    if (comparing != null) {
      comparing.cancel();
    }
  }

  @Override
  public void close() {
    closed = true;
    stop();
  }
}
