package outcrop.analysis.overview;

import java.util.ArrayList;
import java.util.List;
import outcrop.analysis.column.CategoryColumn;
import outcrop.analysis.column.Column;
import outcrop.analysis.column.ColumnProfile;
import outcrop.analysis.column.ColumnProfile.ValueCount;
import outcrop.analysis.column.ColumnProfiler;
import outcrop.analysis.column.ColumnStore;
import outcrop.analysis.column.ColumnUse;
import outcrop.analysis.column.ListColumn;
import outcrop.analysis.column.NumberColumn;
import outcrop.analysis.column.TextColumn;
import outcrop.analysis.column.TimeColumn;
import outcrop.analysis.column.VectorColumn;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.overview.FieldWarning.Kind;
import outcrop.analysis.selection.Predicate;
import outcrop.analysis.task.TaskRunner;

/// Makes the cards of fields.
public final class CardMaker {
  private static final double NEARLY = 0.99;
  private static final double MOSTLY = 0.5;
  private static final int LEAST_DISTINCT_ROWS = 10;

  private final ColumnStore columns;
  private final TaskRunner runner;

  public CardMaker(ColumnStore columns, TaskRunner runner) {
    this.columns = columns;
    this.runner = runner;
  }

  /// The card of a field over some rows, without what other fields say about it
  /// ([DependencyFinder]).
  ///
  /// @param field with the role that the project gives it
  /// @throws java.util.concurrent.CancellationException when the store is being closed
  public FieldCard card(Field field, RowSet rows) {
    return card(field, rows, new ColumnProfiler(runner).profileParts(columns, field.name(), rows));
  }

  /// The same where the profile of these rows is known already.
  public FieldCard card(Field field, RowSet rows, ColumnProfile profile) {
    try (ColumnUse _ = columns.use()) {
      Column column = columns.column(field.name());
      long present = profile.rows() - profile.missing();
      List<FieldWarning> warnings = new ArrayList<>(shares(field, profile));
      if (present > 0) {
        warnings.addAll(
            switch (column) {
              case CategoryColumn categories when field.type() == FieldType.IMAGE -> List.of();
              case CategoryColumn categories -> CategoryChecks.of(categories, rows, present);
              case ListColumn lists -> CategoryChecks.of(lists, rows, present);
              case NumberColumn numbers -> NumberChecks.of(numbers, rows, profile);
              case TimeColumn _ -> moments(profile);
              case TextColumn texts -> TextChecks.of(texts, rows, profile, columns::key);
              case VectorColumn _ -> List.of();
            });
      }
      return FieldCard.of(field, profile, warnings);
    }
  }

  /// What the counts of a profile alone tell.
  private static List<FieldWarning> shares(Field field, ColumnProfile profile) {
    long present = profile.rows() - profile.missing();
    List<FieldWarning> found = new ArrayList<>();
    Predicate missing = new Predicate.IsMissing(field.name());
    if (profile.rows() == 0) {
      return found;
    }
    if (present == 0) {
      return List.of(
          FieldWarning.of(Kind.EMPTY, profile.missing(), profile.rows()).withRows(missing));
    }
    if (profile.missing() > MOSTLY * profile.rows()) {
      found.add(
          FieldWarning.of(Kind.MOSTLY_MISSING, profile.missing(), profile.rows())
              .withRows(missing));
    }
    if (profile.distinct() == 1 && present > 1) {
      FieldWarning constant = FieldWarning.of(Kind.CONSTANT, present, profile.rows());
      found.add(
          profile.top().isEmpty()
              ? constant
              : constant
                  .withValue(profile.top().getFirst().value())
                  .withRows(in(field, profile.top().getFirst())));
    } else if (!profile.top().isEmpty()
        && profile.top().getFirst().count() >= NEARLY * profile.rows()) {
      found.add(
          FieldWarning.of(Kind.NEARLY_CONSTANT, profile.top().getFirst().count(), profile.rows())
              .withValue(profile.top().getFirst().value())
              .withRows(new Predicate.Not(in(field, profile.top().getFirst()))));
    }
    if (profile.distinct() == present && present >= LEAST_DISTINCT_ROWS && isNaming(profile)) {
      found.add(FieldWarning.of(Kind.ALL_DISTINCT, present, profile.rows()));
    }
    return found;
  }

  private static Predicate in(Field field, ValueCount value) {
    return new Predicate.In(field.name(), List.of(value.value()));
  }

  /// Whether different values in every row mean something: measures and texts always differ.
  private static boolean isNaming(ColumnProfile profile) {
    return switch (profile.field().type()) {
      case CATEGORY -> true;
      case NUMBER -> profile.top().stream().allMatch(value -> value.value().matches("-?\\d+"));
      case TEXT, TIME, IMAGE, VECTOR, LIST -> false;
    };
  }

  private static List<FieldWarning> moments(ColumnProfile profile) {
    long present = profile.rows() - profile.missing();
    return profile.top().stream()
        .filter(
            value ->
                DefaultValues.isMoment(value.value())
                    && value.count() >= DefaultValues.LEAST_ROWS
                    && value.count() < present
                    && value.count() >= DefaultValues.LEAST_SHARE_OF_MOMENT * present)
        .map(
            value ->
                FieldWarning.of(Kind.SUSPICIOUS_DEFAULT, value.count(), present)
                    .withValue(value.value())
                    .withRows(in(profile.field(), value)))
        .toList();
  }
}
