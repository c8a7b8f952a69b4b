package outcrop.app.viewmodel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import outcrop.analysis.command.Command;
import outcrop.analysis.query.FieldSlots;
import outcrop.analysis.query.ViewData.RelationData;
import outcrop.analysis.selection.Predicate;
import outcrop.analysis.selection.SelectionClause;
import outcrop.analysis.spec.RelationSpec;
import outcrop.analysis.spec.RelationSpec.Shape;

/// A relation of several fields: what it counts, which of its places the user chose, and every
/// change of how it looks.
public final class RelationViewModel extends ChartViewModel<RelationSpec, RelationData> {
  /// Channel of the chosen places.
  public static final String PLACES = "places";

  RelationViewModel(WorkspaceViewModel project, RelationSpec spec) {
    super(project, spec, RelationSpec.class, RelationData.class);
  }

  private RelationSpec spec() {
    return specProperty().get();
  }

  /// Chooses a combination of places, or gives it up where it is chosen.
  ///
  /// @param slots the place in each of the first fields; as many as the mark stands for
  /// @param additive whether others stay chosen
  public void toggle(int[] slots, boolean additive) {
    RelationData data = dataProperty().get();
    if (data != null) {
      predicate(data.fields(), slots).ifPresent(wanted -> toggle(wanted, additive));
    }
  }

  private static Optional<Predicate> predicate(List<FieldSlots> fields, int[] slots) {
    List<Predicate> parts = new ArrayList<>();
    for (int field = 0; field < slots.length; field++) {
      Optional<Predicate> part = SlotPredicate.of(fields.get(field), slots[field]);
      if (part.isEmpty()) {
        return Optional.empty();
      }
      parts.add(part.get());
    }
    return Optional.of(parts.size() == 1 ? parts.getFirst() : new Predicate.And(parts));
  }

  private void toggle(Predicate wanted, boolean additive) {
    List<Predicate> chosen = new ArrayList<>(chosen());
    boolean was = chosen.remove(wanted);
    List<Predicate> after = new ArrayList<>(additive ? chosen : List.of());
    if (!was || !additive && !chosen.isEmpty()) {
      after.add(wanted);
    }
    if (after.isEmpty()) {
      project().execute(new Command.RemoveClause(spec().id() + ":" + PLACES), "");
    } else {
      Predicate all = after.size() == 1 ? after.getFirst() : new Predicate.Or(after);
      project().execute(new Command.SetClause(clause(PLACES, all)), "");
    }
  }

  private List<Predicate> chosen() {
    return ownProperty()
        .get()
        .find(spec().id() + ":" + PLACES)
        .map(SelectionClause::predicate)
        .map(all -> all instanceof Predicate.Or or ? or.parts() : List.of(all))
        .orElse(List.of());
  }

  /// Shows other fields; filters that were set on the old ones go with them.
  public void setCrossed(List<String> fields) {
    if (!fields.equals(spec().crossed())) {
      List<Command> commands = clearing();
      commands.add(new Command.EditView(spec().withCrossed(fields)));
      together(commands);
    }
  }

  /// Draws the counts as something else, with as many of the fields as that shows.
  public void setShape(Shape shape) {
    if (shape == spec().shape()) {
      return;
    }
    List<Command> commands = clearing();
    List<String> fields = new ArrayList<>(spec().crossed());
    while (fields.size() > shape.most()) {
      fields.removeLast();
    }
    RelationSpec fresh = RelationSpec.of(spec().id(), shape, fields);
    commands.add(
        new Command.EditView(
            spec()
                .withShape(shape)
                .withCrossed(fields)
                .withColour("")
                .withAxes(
                    fresh
                        .axes()
                        .withX(spec().axes().x())
                        .withY(spec().axes().y())
                        .withTrend(spec().axes().trend()))));
    together(commands);
  }
}
