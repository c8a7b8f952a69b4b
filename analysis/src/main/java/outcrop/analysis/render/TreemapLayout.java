package outcrop.analysis.render;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.query.ViewData.RelationData;
import outcrop.analysis.render.Mark.Anchor;
import outcrop.analysis.render.Mark.TextStyle;
import outcrop.analysis.render.RelationMarks.Place;
import outcrop.analysis.spec.RelationSpec;
import outcrop.analysis.spec.RelationSpec.Measure;

/// Lays out rectangles in rectangles: as large as the selected rows of a place are many, coloured
/// by the outermost field, by the share that the filter keeps, or by the mean of a number.
final class TreemapLayout {
  private static final int FEWEST_LETTERS = 5;

  private final Sketch sketch;
  private final RelationSpec spec;
  private final RelationData data;
  private final TreeNode root;
  private final Palette palette;
  private final TextStyle small;
  private final List<TreeNode> nodes = new ArrayList<>();
  private final List<Mark> fills = new ArrayList<>();
  private final List<Mark> labels = new ArrayList<>();

  TreemapLayout(Sketch sketch, RelationSpec spec, RelationData data, TreeNode root) {
    this.sketch = sketch;
    this.spec = spec;
    this.data = data;
    this.root = root;
    palette = Palette.of(sketch.theme, spec.style(), GroupNames.all(data.fields().getFirst()));
    small = sketch.small();
  }

  /// The nodes drawn; the number of an item is its place among them.
  List<TreeNode> nodes() {
    return nodes;
  }

  /// Draws into a part of the drawing.
  ///
  /// @return the plot
  Bounds draw(Bounds area) {
    ColourScale colours = colours();
    String title = RelationHeader.measure(spec, sketch.words());
    Key key = colours == null ? Key.NONE : new ColourKey(sketch, spec.style(), colours, title);
    Bounds rest = key.around(area);
    children(root, rest, colours, 0);
    sketch.group("rectangles", fills);
    sketch.group("labels", labels);
    key.over(rest);
    return rest;
  }

  /// The colours of the amounts, on the scale that drawings share; null where colours belong to
  /// values.
  @Nullable ColourScale colours() {
    Ramp ink = Ramp.ofAmounts(sketch.theme, spec.style());
    List<TreeNode> leaves = new ArrayList<>();
    leaves(root, leaves);
    if (!spec.colour().isEmpty()) {
      double[] means =
          leaves.stream()
              .filter(leaf -> leaf.count > 0)
              .mapToDouble(TreeNode::mean)
              .filter(mean -> !Double.isNaN(mean))
              .sorted()
              .toArray();
      return means.length == 0
          ? ColourScale.between(ink, 0, 1)
          : ColourScale.between(
              ink, sketch.commonLeast(means[0]), sketch.common(means[means.length - 1]));
    }
    return spec.axes().measure() == Measure.SHARE_SELECTED
        ? ColourScale.ofShares(
            ink,
            sketch.common(leaves.stream().mapToDouble(TreeNode::shareSelected).max().orElse(1)))
        : null;
  }

  private static void leaves(TreeNode node, List<TreeNode> out) {
    if (node.children.isEmpty()) {
      out.add(node);
    }
    node.children.values().forEach(child -> leaves(child, out));
  }

  private void children(TreeNode parent, Bounds area, @Nullable ColourScale colours, int depth) {
    List<TreeNode> shown =
        parent.children.values().stream()
            .filter(child -> child.count > 0)
            .sorted(Comparator.comparingLong(child -> -child.count))
            .toList();
    List<Bounds> places =
        Squares.of(shown.stream().map(child -> (double) child.count).toList(), area);
    for (int i = 0; i < shown.size(); i++) {
      TreeNode node = shown.get(i);
      Bounds place = snapped(places.get(i));
      int item = nodes.size();
      nodes.add(node);
      sketch.region(place, new Target.Item(item));
      Colour fill = fill(node, colours, i);
      boolean leaf = node.children.isEmpty();
      double gap = Math.min(place.width(), place.height()) > 6 ? (depth == 0 ? 2 : 1) : 0;
      Bounds filled = new Bounds(place.x(), place.y(), place.width() - gap, place.height() - gap);
      fills.add(new Mark.Rect(filled, fill));
      if (leaf) {
        label(node, filled, fill);
      } else {
        double head = heading(node, filled, fill);
        children(
            node,
            Bounds.between(
                filled.x() + 2, filled.y() + head, filled.right() - 1, filled.bottom() - 1),
            colours,
            depth + 1);
      }
    }
  }

  private static Bounds snapped(Bounds place) {
    return Bounds.between(
        Math.rint(place.x()),
        Math.rint(place.y()),
        Math.rint(place.right()),
        Math.rint(place.bottom()));
  }

  private Colour fill(TreeNode node, @Nullable ColourScale colours, int rank) {
    if (colours != null) {
      double value = spec.colour().isEmpty() ? node.shareSelected() : node.mean();
      return Double.isNaN(value) ? sketch.theme.context() : colours.colour(value);
    }
    Place outermost = node.path.getFirst();
    Colour ink = palette.colour(GroupNames.of(data.fields().getFirst(), outermost.first()));
    double pale = node.path.size() == 1 ? 0 : 0.12 + 0.14 * (rank % 3);
    return ink.mix(sketch.theme.background(), pale);
  }

  private String name(TreeNode node) {
    Place place = node.path.getLast();
    return SlotAxis.name(data.fields().get(place.field()), place.first(), sketch.words());
  }

  /// The name of a rectangle that holds others, where there is room.
  ///
  /// @return how high it is
  private double heading(TreeNode node, Bounds place, Colour fill) {
    double high = small.size() * 1.5;
    if (sketch.isTiny() || place.width() < 30 || place.height() < high * 2) {
      return 1;
    }
    TextStyle style = new TextStyle(small.size(), true, Ramp.textOn(fill));
    String text = fitted(node, place.width() - 8, style);
    Sketch.middle(labels, text, place.x() + 4, place.y() + high / 2, Anchor.START, style);
    return high;
  }

  /// The name, or nothing where little more than its first letters would fit.
  private String fitted(TreeNode node, double room, TextStyle style) {
    String name = name(node);
    String text = Sketch.fit(name, room, style);
    return text.equals(name) || text.length() >= FEWEST_LETTERS ? text : "";
  }

  private void label(TreeNode node, Bounds place, Colour fill) {
    if (sketch.isTiny() || place.width() < 24 || place.height() < small.size() * 1.35) {
      return;
    }
    TextStyle style = new TextStyle(small.size(), false, Ramp.textOn(fill));
    String text = fitted(node, place.width() - 8, style);
    double y = place.y() + small.size() * 0.95;
    Sketch.middle(labels, text, place.x() + 4, y, Anchor.START, style);
    String count = Numerals.exact(node.count);
    if (place.height() >= small.size() * 2.8 && Sketch.width(count, style) + 8 <= place.width()) {
      TextStyle muted = new TextStyle(small.size(), false, style.colour().withOpacity(0.8));
      Sketch.middle(labels, count, place.x() + 4, y + small.size() * 1.3, Anchor.START, muted);
    }
  }
}
