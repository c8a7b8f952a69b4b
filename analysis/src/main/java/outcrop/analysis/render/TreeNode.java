package outcrop.analysis.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import outcrop.analysis.query.ViewData.RelationData;
import outcrop.analysis.render.RelationMarks.Place;
import outcrop.analysis.spec.RelationSpec;

/// Rows by the places of nested fields: a node for each place that rows have, its children those of
/// the next field.
final class TreeNode {
  final List<Place> path;
  final Map<Integer, TreeNode> children = new TreeMap<>();
  long count;
  long context;
  double sum;
  long averaged;

  private TreeNode(List<Place> path) {
    this.path = path;
  }

  /// The root of all rows; rows whose value is missing are left out where the spec says so.
  static TreeNode of(RelationSpec spec, RelationData data) {
    TreeNode root = new TreeNode(List.of());
    for (int cell = 0; cell < data.cells(); cell++) {
      if (!spec.bins().missing() && isMissing(data, cell)) {
        continue;
      }
      TreeNode node = root;
      node.add(data, cell);
      for (int field = 0; field < data.fields().size(); field++) {
        node = node.child(field, data.places()[field][cell]);
        node.add(data, cell);
      }
    }
    return root;
  }

  private static boolean isMissing(RelationData data, int cell) {
    for (int field = 0; field < data.fields().size(); field++) {
      if (data.places()[field][cell] == data.fields().get(field).missing()) {
        return true;
      }
    }
    return false;
  }

  private TreeNode child(int field, int slot) {
    return children.computeIfAbsent(
        slot,
        _ -> {
          List<Place> longer = new ArrayList<>(path);
          longer.add(Place.of(field, slot));
          return new TreeNode(List.copyOf(longer));
        });
  }

  private void add(RelationData data, int cell) {
    count += data.counts()[cell];
    context += data.context()[cell];
    if (data.means().isPresent()) {
      sum += data.means().get().sums()[cell];
      averaged += data.means().get().counts()[cell];
    }
  }

  /// The mean of the field that is averaged; NaN where no row has a number.
  double mean() {
    return averaged == 0 ? Double.NaN : sum / averaged;
  }

  double shareSelected() {
    return context == 0 ? Double.NaN : (double) count / context;
  }
}
