package outcrop.app.viewmodel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.column.Column;
import outcrop.analysis.column.ColumnUse;
import outcrop.analysis.column.NumberColumn;
import outcrop.analysis.command.Command;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.query.ViewData.MapData;
import outcrop.analysis.render.Brush;
import outcrop.analysis.selection.Predicate;
import outcrop.analysis.selection.SelectionClause;
import outcrop.analysis.spec.MapSpec;
import outcrop.analysis.spec.MapSpec.OwnLabel;
import outcrop.analysis.spec.MapSpec.Shown;
import outcrop.analysis.spec.MapSpec.Window;

/// Rows as points: which part is shown, which rows the user outlined, and every change of how the
/// map looks.
public final class MapViewModel extends ChartViewModel<MapSpec, MapData> {
  /// Channel of the outlined rows.
  public static final String AREA = "area";

  private final ReadOnlyObjectWrapper<Brush.@Nullable Outlines> outlined =
      new ReadOnlyObjectWrapper<>(null);
  private @Nullable Predicate lit;

  MapViewModel(WorkspaceViewModel project, MapSpec spec) {
    super(project, spec, MapSpec.class, MapData.class);
    ownProperty().subscribe(_ -> light());
  }

  private MapSpec spec() {
    return specProperty().get();
  }

  /// How an outline goes together with those before.
  public enum Combine {
    REPLACE,
    ADD,
    REMOVE,
    INTERSECT;

    /// What the keys say that are held while the user draws.
    public static Combine of(boolean shift, boolean alt) {
      return shift ? alt ? INTERSECT : ADD : alt ? REMOVE : REPLACE;
    }
  }

  /// What the user outlined with the rows inside; null where nothing is.
  public ReadOnlyObjectProperty<Brush.@Nullable Outlines> outlinedProperty() {
    return outlined.getReadOnlyProperty();
  }

  /// The outlined rows as a filter; empty where nothing is outlined.
  public Optional<Predicate> area() {
    return ownProperty().get().find(spec().id() + ":" + AREA).map(SelectionClause::predicate);
  }

  private Predicate combined(Predicate shape, Combine how) {
    Predicate old = area().orElse(null);
    return switch (how) {
      case REPLACE -> shape;
      case ADD -> old == null ? shape : new Predicate.Or(List.of(old, shape));
      case REMOVE ->
          old == null
              ? new Predicate.Not(shape)
              : new Predicate.And(List.of(old, new Predicate.Not(shape)));
      case INTERSECT -> old == null ? shape : new Predicate.And(List.of(old, shape));
    };
  }

  /// An outline under the pointer: everything else shows it, nothing is kept.
  public void preview(Predicate shape, Combine how) {
    project().links().preview(clause(AREA, combined(shape, how)));
  }

  /// Keeps an outline.
  public void select(Predicate shape, Combine how) {
    project().execute(new Command.SetClause(clause(AREA, combined(shape, how))), "");
  }

  /// Ends a preview that was not kept.
  public void endPreview() {
    project().links().endPreview();
  }

  /// A rectangle as a filter.
  ///
  /// @param perPixel units of the two fields that a pixel stands for; more digits are not kept
  public Predicate rectangle(
      double fromX, double fromY, double toX, double toY, double perPixelX, double perPixelY) {
    return new Predicate.And(
        List.of(
            range(spec().x(), fromX, toX, perPixelX), range(spec().y(), fromY, toY, perPixelY)));
  }

  private static Predicate range(String field, double one, double other, double perPixel) {
    return new Predicate.Range(
        field,
        NumberColumn.textOf(rounded(Math.min(one, other), perPixel)),
        NumberColumn.textOf(rounded(Math.max(one, other), perPixel)),
        true,
        true);
  }

  /// A free outline as a filter; empty for one without an inside.
  ///
  /// @param xs values of the first field at its corners
  public Optional<Predicate> lasso(double[] xs, double[] ys, double perPixelX, double perPixelY) {
    List<Predicate.Corner> corners = new ArrayList<>();
    for (int i = 0; i < xs.length; i++) {
      Predicate.Corner corner =
          new Predicate.Corner(rounded(xs[i], perPixelX), rounded(ys[i], perPixelY));
      if (corners.isEmpty() || !corners.getLast().equals(corner)) {
        corners.add(corner);
      }
    }
    return corners.size() < 3 || corners.size() > Predicate.Polygon.MOST_CORNERS
        ? Optional.empty()
        : Optional.of(new Predicate.Polygon(spec().x(), spec().y(), corners));
  }

  /// A value with as many digits as tell pixels apart.
  private static double rounded(double value, double perPixel) {
    double digits = Math.ceil(-Math.log10(perPixel)) + 1;
    if (!(digits > -300 && digits < 15)) {
      return value;
    }
    double scale = Math.pow(10, Math.abs(digits));
    double rounded =
        digits >= 0 ? Math.rint(value * scale) / scale : Math.rint(value / scale) * scale;
    return Double.isFinite(rounded) ? rounded : value;
  }

  /// Finds the rows inside what the user outlined, off the screen's thread.
  private void light() {
    Predicate area = area().orElse(null);
    lit = area;
    if (area == null) {
      outlined.set(null);
      return;
    }
    List<Brush.Outline> lines = new ArrayList<>();
    addOutlines(area, lines);
    outlined.set(new Brush.Outlines(lines, Optional.empty()));
    project()
        .work()
        .start(
            project().words().of("map.finding"),
            _ -> project().workspace().evaluator().evaluate(area),
            rows -> {
              if (area.equals(lit)) {
                outlined.set(new Brush.Outlines(lines, Optional.of(rows)));
              }
            },
            _ -> {});
  }

  private void addOutlines(Predicate predicate, List<Brush.Outline> lines) {
    switch (predicate) {
      case Predicate.Polygon polygon
          when polygon.x().equals(spec().x()) && polygon.y().equals(spec().y()) ->
          lines.add(
              new Brush.Outline(
                  polygon.corners().stream().mapToDouble(Predicate.Corner::x).toArray(),
                  polygon.corners().stream().mapToDouble(Predicate.Corner::y).toArray()));
      case Predicate.And(List<Predicate> parts) when isRectangle(parts) ->
          lines.add(rectangle((Predicate.Range) parts.get(0), (Predicate.Range) parts.get(1)));
      case Predicate.And(List<Predicate> parts) -> parts.forEach(part -> addOutlines(part, lines));
      case Predicate.Or(List<Predicate> parts) -> parts.forEach(part -> addOutlines(part, lines));
      case Predicate.Not(Predicate part) -> addOutlines(part, lines);
      default -> {}
    }
  }

  private boolean isRectangle(List<Predicate> parts) {
    return parts.size() == 2
        && parts.get(0) instanceof Predicate.Range x
        && parts.get(1) instanceof Predicate.Range y
        && x.field().equals(spec().x())
        && y.field().equals(spec().y())
        && x.lo() != null
        && x.hi() != null
        && y.lo() != null
        && y.hi() != null;
  }

  private static Brush.Outline rectangle(Predicate.Range x, Predicate.Range y) {
    double left = number(x.lo());
    double right = number(x.hi());
    double bottom = number(y.lo());
    double top = number(y.hi());
    return new Brush.Outline(
        new double[] {left, right, right, left}, new double[] {bottom, bottom, top, top});
  }

  private static double number(@Nullable String text) {
    return text == null ? Double.NaN : Double.parseDouble(text);
  }

  /// Shows another part of the map; moves that follow each other are one step of the history.
  public void show(Window window) {
    if (!window.equals(spec().window())) {
      edit(now -> now.withWindow(window), "window");
    }
  }

  /// Colours the points by another field; none where it is empty.
  public void setColour(String field) {
    if (!field.equals(spec().colour())) {
      edit(now -> now.withColour(field), "");
    }
  }

  @Override
  public List<FieldJoin> joins(Field field) {
    boolean colours =
        switch (field.type()) {
          case CATEGORY, NUMBER, TIME, LIST -> !field.name().equals(spec().colour());
          case TEXT, IMAGE, VECTOR -> false;
        };
    return colours ? List.of(FieldJoin.COLOUR) : List.of();
  }

  @Override
  public void join(FieldJoin how, String field) {
    if (how == FieldJoin.COLOUR) {
      setColour(field);
    }
  }

  /// Shows other fields; filters that were set on the old ones go with them.
  public void setFields(String x, String y) {
    if (!x.equals(spec().x()) || !y.equals(spec().y())) {
      List<Command> commands = clearing();
      commands.add(new Command.EditView(spec().withFields(x, y)));
      together(commands);
    }
  }

  /// Hides a value of the colour, or shows it again.
  public void toggleHidden(String value) {
    Shown now = spec().shown();
    List<String> hidden = new ArrayList<>(now.hidden());
    List<String> only = new ArrayList<>(now.only());
    if (now.has(value)) {
      hidden.add(value);
    } else {
      hidden.remove(value);
      if (!only.isEmpty() && !only.contains(value)) {
        only.add(value);
      }
    }
    edit(spec -> spec.withShown(new Shown(only, hidden)), "");
  }

  /// Shows one value of the colour alone, or all where it is alone.
  ///
  /// @param additive whether those that are shown alone stay
  public void toggleSolo(String value, boolean additive) {
    List<String> only = new ArrayList<>(additive ? spec().shown().only() : List.of());
    boolean alone = spec().shown().only().equals(List.of(value));
    if (additive && only.remove(value) || !additive && alone) {
      edit(spec -> spec.withShown(new Shown(only, List.of())), "");
    } else {
      only.add(value);
      edit(spec -> spec.withShown(new Shown(only, List.of())), "");
    }
  }

  /// Shows all values of the colour.
  public void showAll() {
    if (!spec().shown().equals(Shown.ALL)) {
      edit(spec -> spec.withShown(Shown.ALL), "");
    }
  }

  /// Keeps the colour of a value in every view of the project; none where it is empty.
  public void pin(String value, String colour) {
    project().displays().colour(spec().colour(), value, colour);
  }

  /// What the user changed of the label of a value, or nothing yet.
  public OwnLabel label(String field, String value) {
    return spec().labels().own().stream()
        .filter(label -> label.isOf(field, value))
        .findFirst()
        .orElse(new OwnLabel(field, value, value, null, false));
  }

  /// Changes the label of a value.
  public void setLabel(OwnLabel label) {
    edit(now -> now.withLabels(now.labels().with(label)), "");
  }

  /// Gives a label back to the rule.
  public void resetLabel(String field, String value) {
    edit(now -> now.withLabels(now.labels().without(field, value)), "");
  }

  /// Looks at the row of a point.
  public void focusRow(int row) {
    project().chosen().focus(row, spec().id());
  }

  /// The values of a row in the two fields; empty where it has no place.
  public Optional<double[]> placeOf(int row) {
    try (ColumnUse _ = project().columns().use()) {
      if (row < 0 || row >= project().columns().rowCount()) {
        return Optional.empty();
      }
      Column x = project().columns().column(spec().x());
      Column y = project().columns().column(spec().y());
      return x instanceof NumberColumn across
              && y instanceof NumberColumn upwards
              && !across.isMissing(row)
              && !upwards.isMissing(row)
          ? Optional.of(new double[] {across.at(row), upwards.at(row)})
          : Optional.empty();
    } catch (IllegalArgumentException gone) {
      return Optional.empty();
    }
  }

  /// The rows that a window around the selection shows: those outlined, else those the filter
  /// keeps.
  public Optional<RowSet> selection() {
    MapData data = dataProperty().get();
    Brush.Outlines now = outlined.get();
    return now != null && now.inside().isPresent()
        ? now.inside()
        : Optional.ofNullable(data).map(MapData::rows);
  }
}
