package outcrop.app.viewmodel;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import outcrop.analysis.command.Command;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.dataset.RowKey;
import outcrop.analysis.query.ViewData.RowsData;
import outcrop.analysis.spec.ChartSpec;
import outcrop.analysis.spec.CompareSpec;
import outcrop.analysis.spec.DefaultViews;
import outcrop.analysis.spec.DistributionSpec;
import outcrop.analysis.spec.GallerySpec;
import outcrop.analysis.spec.LayoutSpec;
import outcrop.analysis.spec.MapSpec;
import outcrop.analysis.spec.OverviewSpec;
import outcrop.analysis.spec.ReaderSpec;
import outcrop.analysis.spec.RelationSpec;
import outcrop.analysis.spec.RelationSpec.Shape;
import outcrop.analysis.spec.SpecCodec;
import outcrop.analysis.spec.TableSpec;
import outcrop.analysis.spec.TailSpec;
import outcrop.analysis.spec.ViewSpec;

/// Opens, names, arranges and closes the views of a project.
public final class ViewEdits {
  private final WorkspaceViewModel project;

  ViewEdits(WorkspaceViewModel project) {
    this.project = project;
  }

  /// Opens the distribution of a field, or brings the one that is open to the front.
  public void showDistribution(String field) {
    Optional<ViewSpec> open =
        find(
            view ->
                view instanceof DistributionSpec distribution
                    && distribution.field().equals(field)
                    && distribution.by().isEmpty());
    if (open.isPresent()) {
      front(open.get());
    } else {
      addDistribution(field, chartNeighbour());
    }
  }

  /// Opens a new overview.
  public void addOverview(String beside) {
    add(OverviewSpec.of(project.state().freeViewId("overview")), beside);
  }

  /// Opens a new distribution.
  ///
  /// @param beside the view whose group it joins
  public void addDistribution(String field, String beside) {
    add(DistributionSpec.of(nextDistribution(), field), beside);
  }

  /// Opens a new distribution in a place of its own.
  ///
  /// @param layout the arrangement of all views, with the id of [#nextDistribution] in it
  public void addDistribution(String field, LayoutSpec layout) {
    ViewSpec view = DistributionSpec.of(nextDistribution(), field);
    project.execute(
        new Command.Together(List.of(new Command.AddView(view, ""), new Command.Arrange(layout))),
        "");
    project.focusedViewProperty().set(view.id());
  }

  /// Opens the long tail of a field, or brings the one that is open to the front.
  public void showTail(String field) {
    find(view -> view instanceof TailSpec tail && tail.field().equals(field))
        .ifPresentOrElse(this::front, () -> addTail(field, chartNeighbour()));
  }

  /// Opens a new long tail.
  ///
  /// @param beside the view whose group it joins
  public void addTail(String field, String beside) {
    add(TailSpec.of(project.state().freeViewId("tail"), field), beside);
  }

  /// Opens a chart under an id of its own, beside the focused view.
  public void addChart(ChartSpec chart) {
    add(
        SpecCodec.withId(chart, project.state().freeViewId("view")),
        project.focusedViewProperty().get());
  }

  /// The id that the next new distribution gets.
  public String nextDistribution() {
    return project.state().freeViewId("distribution");
  }

  /// Opens the relation of some fields, or brings the one that is open to the front.
  public void showRelation(Shape shape, List<String> fields) {
    Optional<ViewSpec> open =
        find(
            view ->
                view instanceof RelationSpec relation
                    && relation.shape() == shape
                    && relation.crossed().equals(fields));
    if (open.isPresent()) {
      front(open.get());
    } else {
      addRelation(shape, fields, chartNeighbour());
    }
  }

  /// Opens two fields against each other: as a scatter where both have numbers or times, else as a
  /// heat map.
  public void cross(String first, String second) {
    showRelation(
        isMeasured(first) && isMeasured(second) ? Shape.SCATTER : Shape.HEAT_MAP,
        List.of(first, second));
  }

  /// Opens the field of the focused chart against another one.
  public void crossFocused(String field) {
    project
        .focusedChart()
        .map(chart -> chart.specProperty().get().fields().getFirst())
        .filter(first -> !first.equals(field))
        .ifPresent(first -> cross(first, field));
  }

  private boolean isMeasured(String field) {
    return project
        .workspace()
        .schema()
        .find(field)
        .filter(found -> found.type() == FieldType.NUMBER || found.type() == FieldType.TIME)
        .isPresent();
  }

  /// Opens a new relation.
  ///
  /// @param beside the view whose group it joins
  public void addRelation(Shape shape, List<String> fields, String beside) {
    add(RelationSpec.of(project.state().freeViewId("relation"), shape, fields), beside);
  }

  /// Opens the map of two fields of numbers, or brings the one that is open to the front.
  public void showMap(String x, String y) {
    find(view -> view instanceof MapSpec map && map.x().equals(x) && map.y().equals(y))
        .ifPresentOrElse(this::front, () -> addMap(x, y, chartNeighbour()));
  }

  /// Two fields of numbers that a map is likely wanted of: those named like places, else the first
  /// two; empty where there are no two.
  public Optional<List<String>> placed() {
    return DefaultViews.places(project.workspace().schema());
  }

  /// Opens a new map.
  ///
  /// @param beside the view whose group it joins
  public void addMap(String x, String y, String beside) {
    add(MapSpec.of(project.state().freeViewId("map"), x, y), beside);
  }

  /// Opens a new table.
  public void addTable(String beside) {
    add(TableSpec.of(project.state().freeViewId("table")), beside);
  }

  /// Opens a new gallery, with the captions that say most.
  public void addGallery(String beside) {
    add(
        GallerySpec.of(project.state().freeViewId("gallery"))
            .withCaptions(DefaultViews.captions(project.workspace().schema())),
        beside);
  }

  /// Opens a new reader.
  public void addReader(String beside) {
    add(ReaderSpec.of(project.state().freeViewId("reader")), beside);
  }

  /// Brings the reader to the front, or opens one.
  public void showReader() {
    find(ReaderSpec.class::isInstance)
        .ifPresentOrElse(this::front, () -> addReader(project.focusedViewProperty().get()));
  }

  /// Puts the selected rows beside each other, in the order of the view that the focused row was
  /// chosen in: in the comparison that is open, or in a new one. Nothing happens where that view
  /// shows fewer than two of them.
  public void compareSelected() {
    RowsData shown = project.rowsOf(project.chosen().viewProperty().get()).orElse(null);
    List<Integer> rows =
        shown == null ? List.of() : project.chosen().inOrder(shown.order(), CompareSpec.MOST_ROWS);
    if (rows.size() < 2) {
      return;
    }
    List<RowKey> keys = rows.stream().map(project.columns()::key).toList();
    Optional<ViewSpec> open = find(CompareSpec.class::isInstance);
    if (open.isPresent() && open.get() instanceof CompareSpec compare) {
      project.execute(
          new Command.Together(
              List.of(
                  new Command.EditView(compare.withRows(keys)),
                  new Command.Arrange(project.state().layout().front(compare.id())))),
          "");
      project.focusedViewProperty().set(compare.id());
    } else {
      add(
          CompareSpec.of(project.state().freeViewId("compare"), keys),
          project.chosen().viewProperty().get());
    }
  }

  private Optional<ViewSpec> find(Predicate<ViewSpec> wanted) {
    return project.state().views().stream().filter(wanted).findFirst();
  }

  private void front(ViewSpec view) {
    arrange(project.state().layout().front(view.id()), "front");
    project.focusedViewProperty().set(view.id());
  }

  private void add(ViewSpec view, String beside) {
    project.execute(new Command.AddView(view, beside), "");
    project.focusedViewProperty().set(view.id());
  }

  /// New charts join charts rather than the table.
  private String chartNeighbour() {
    String focused = project.focusedViewProperty().get();
    if (isChart(focused)) {
      return focused;
    }
    return project.state().layout().allViews().stream()
        .filter(this::isChart)
        .reduce((_, last) -> last)
        .orElse(focused);
  }

  private boolean isChart(String viewId) {
    return project.state().view(viewId).filter(ChartSpec.class::isInstance).isPresent();
  }

  public void close(String viewId) {
    project.execute(new Command.CloseView(viewId), "");
  }

  /// Names a view; the empty title gives it the one made from its content.
  public void rename(String viewId, String title) {
    project
        .state()
        .view(viewId)
        .ifPresent(view -> project.execute(new Command.EditView(view.withTitle(title)), ""));
  }

  public void arrange(LayoutSpec layout, String mergeKey) {
    project.execute(new Command.Arrange(layout), mergeKey);
  }
}
