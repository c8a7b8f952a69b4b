package outcrop.analysis.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import outcrop.analysis.query.ViewData.RelationData;
import outcrop.analysis.render.Mark.Point;
import outcrop.analysis.render.Mark.Stroke;
import outcrop.analysis.spec.RelationSpec;

/// The layout of a relation of several fields.
final class RelationLayout {
  private final Sketch sketch;
  private final RelationSpec spec;
  private final RelationData data;
  private final ChartWords words;

  private RelationLayout(Sketch sketch, RelationSpec spec, RelationData data) {
    this.sketch = sketch;
    this.spec = spec;
    this.data = data;
    words = sketch.words();
  }

  static Drawing layout(Sketch sketch, RelationSpec spec, RelationData data) {
    RelationLayout layout = new RelationLayout(sketch, spec, data);
    return switch (data.shape()) {
      case HEAT_MAP -> layout.heatMap();
      case SCATTER -> layout.scatter();
      case PARALLEL_SETS -> layout.sets();
      case TREEMAP -> layout.treemap();
    };
  }

  /// Widens the scale that drawings share to what this one would show.
  static void scale(Sketch sketch, RelationSpec spec, RelationData data) {
    colours(sketch, spec, data);
  }

  /// What the colours of the same relation of several parts of the rows say.
  static Key key(Sketch sketch, RelationSpec spec, List<RelationData> parts) {
    RelationData first = parts.getFirst();
    boolean named = !spec.colourField().isEmpty() && first.shape() != RelationSpec.Shape.TREEMAP;
    if (named) {
      int field = first.shape() == RelationSpec.Shape.SCATTER ? 2 : SetsLayout.coloured(spec);
      List<String> groups = GroupNames.all(first.fields().get(field));
      return new GroupKey(spec, parts, field)
          .legend(sketch, Palette.of(sketch.theme, spec.style(), groups));
    }
    return colours(sketch, spec, first)
        .<Key>map(
            scale ->
                new ColourKey(
                    sketch, spec.style(), scale, RelationHeader.measure(spec, sketch.words())))
        .orElse(Key.NONE);
  }

  /// The colours of the amounts; empty where colours belong to values.
  private static Optional<ColourScale> colours(
      Sketch sketch, RelationSpec spec, RelationData data) {
    return switch (data.shape()) {
      case HEAT_MAP ->
          Optional.of(
              new HeatMapLayout(
                      sketch, spec, new RelationTable(spec, data), new RelationPlaces(data))
                  .colours());
      case SCATTER ->
          data.points().isPresent()
              ? Optional.empty()
              : Optional.of(
                  ScatterLayout.colours(sketch, spec, new ScatterGrid(data, Optional.empty())));
      case PARALLEL_SETS -> Optional.empty();
      case TREEMAP ->
          Optional.ofNullable(
              new TreemapLayout(sketch, spec, data, TreeNode.of(spec, data)).colours());
    };
  }

  private Drawing heatMap() {
    RelationTable table = new RelationTable(spec, data);
    Started started = start(table.leftOut(), List.of());
    boolean anything = table.hasCells();
    Optional<Frame> frame =
        anything
            ? Optional.of(
                new HeatMapLayout(sketch, spec, table, new RelationPlaces(data)).draw(started.area))
            : Optional.empty();
    Drawing.Facts facts = new RelationFacts(spec, data, table, started.subtitle, words);
    return finish(started, anything, frame, facts);
  }

  private Drawing scatter() {
    Optional<Palette> palette =
        data.fields().size() > 2
            ? Optional.of(
                Palette.of(sketch.theme, spec.style(), GroupNames.all(data.fields().get(2))))
            : Optional.empty();
    ScatterGrid grid = new ScatterGrid(data, palette);
    Started started =
        start(
            spec.bins().missing() ? 0 : RelationHeader.missing(data),
            RelationHeader.scatter(spec, data, grid, words));
    boolean anything = data.cells() > 0 && placed();
    Optional<Frame> frame = Optional.empty();
    if (anything) {
      frame = Optional.of(new ScatterLayout(sketch, spec, data, grid, palette).draw(started.area));
    }
    Drawing.Facts facts = new ScatterFacts(spec, data, grid, started.subtitle, words);
    return finish(started, anything, frame, facts);
  }

  private boolean placed() {
    for (int cell = 0; cell < data.cells(); cell++) {
      if (data.context()[cell] > 0
          && data.places()[0][cell] < data.fields().get(0).axis().size()
          && data.places()[1][cell] < data.fields().get(1).axis().size()) {
        return true;
      }
    }
    return false;
  }

  private Drawing sets() {
    Started started = start(spec.bins().missing() ? 0 : RelationHeader.missing(data), List.of());
    SetsLayout layout = new SetsLayout(sketch, spec, data);
    boolean anything = RelationHeader.shown(spec, data) > 0;
    Optional<Frame> frame =
        anything ? Optional.of(overlaid(layout.draw(started.area))) : Optional.empty();
    List<SetsLayout.SetItem> items = layout.items();
    Drawing.Facts facts =
        new PlaceFacts(
            spec,
            data,
            started.subtitle,
            item ->
                new PlaceFacts.Item(
                    items.get(item).places(),
                    items.get(item).count(),
                    items.get(item).context(),
                    Double.NaN,
                    0),
            items.size(),
            Optional.of(new GroupKey(spec, data, SetsLayout.coloured(spec))),
            words);
    return finish(started, anything, frame, facts);
  }

  private Drawing treemap() {
    Started started = start(spec.bins().missing() ? 0 : RelationHeader.missing(data), List.of());
    TreeNode root = TreeNode.of(spec, data);
    TreemapLayout layout = new TreemapLayout(sketch, spec, data, root);
    boolean anything = root.context > 0;
    Optional<Frame> frame =
        anything ? Optional.of(overlaid(layout.draw(started.area))) : Optional.empty();
    List<TreeNode> nodes = layout.nodes();
    Drawing.Facts facts =
        new PlaceFacts(
            spec,
            data,
            started.subtitle,
            item -> {
              TreeNode node = nodes.get(item);
              return new PlaceFacts.Item(
                  node.path, node.count, node.context, node.mean(), node.averaged);
            },
            nodes.size(),
            Optional.empty(),
            words);
    return finish(started, anything, frame, facts);
  }

  /// Draws what lies over a plot without axes: notes that stand at shares of it.
  private Frame overlaid(Bounds plot) {
    Frame frame =
        new Frame(
            plot,
            true,
            new Scale.Linear(0, 1, plot.x(), plot.right()),
            new Scale.Linear(0, 1, plot.y(), plot.bottom()),
            new Frame.Bins(0, new double[0]));
    Overlay.draw(
        sketch,
        spec.style().withLines(List.of()).withBands(List.of()),
        frame,
        _ -> OptionalDouble.empty());
    return frame;
  }

  /// The head of the drawing and the room below it.
  private record Started(String title, String subtitle, Bounds area) {}

  private Started start(long leftOut, List<String> more) {
    String title = RelationHeader.title(spec, words);
    List<String> parts = new ArrayList<>();
    parts.add(RelationHeader.subtitle(spec, data, leftOut, words));
    parts.addAll(more);
    String subtitle = String.join(" · ", parts);
    double top = Header.draw(sketch, title, spec.style().subtitle(), subtitle);
    double pad = sketch.padding();
    return new Started(
        title,
        subtitle,
        Bounds.between(
            pad, Math.min(top, sketch.height - pad), sketch.width - pad, sketch.height - pad));
  }

  private Drawing finish(
      Started started, boolean anything, Optional<Frame> frame, Drawing.Facts facts) {
    String message = message(anything);
    if (!message.isEmpty() && !sketch.isTiny()) {
      sketch.sentence(message, frame.map(Frame::bounds).orElse(started.area));
    }
    if (sketch.options.brush().orElse(null) instanceof Brush.Items chosen) {
      outline(sketch, chosen(chosen.items()), false);
    }
    return new Drawing(
        sketch.width,
        sketch.height,
        sketch.theme.background(),
        started.title,
        started.subtitle + (message.isEmpty() ? "" : " · " + message),
        sketch.marks,
        sketch.regions,
        frame,
        facts);
  }

  private List<Bounds> chosen(Set<Integer> items) {
    return sketch.regions.stream()
        .filter(
            region -> region.target() instanceof Target.Item(int index) && items.contains(index))
        .map(HitRegion::bounds)
        .toList();
  }

  /// Draws what is chosen.
  ///
  /// @param filled whether the inside is tinted
  static void outline(Sketch sketch, List<Bounds> places, boolean filled) {
    List<Mark> parts = new ArrayList<>();
    Colour accent = sketch.theme.accent();
    for (Bounds b : places) {
      List<Point> corners =
          List.of(
              new Point(b.x(), b.y()),
              new Point(b.right(), b.y()),
              new Point(b.right(), b.bottom()),
              new Point(b.x(), b.bottom()));
      parts.add(
          new Mark.Path(
              corners,
              true,
              filled ? accent.withOpacity(0.12) : Colour.NONE,
              Stroke.of(accent, 2)));
    }
    sketch.group("brush", parts);
  }

  /// What the picture says where marks cannot.
  private String message(boolean anything) {
    if (data.total() == 0) {
      return words.noRows();
    }
    if (!anything) {
      boolean offScale = RelationHeader.hasOffScale(data);
      String total = Numerals.exact(data.total());
      return ChartWords.fill(offScale ? words.noneOnScale() : words.allMissing(), total);
    }
    return data.selected() == 0 ? words.noneSelected() : "";
  }
}
