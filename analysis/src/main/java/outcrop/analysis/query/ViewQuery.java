package outcrop.analysis.query;

import java.util.List;
import outcrop.analysis.spec.DistributionSpec.Bins;
import outcrop.analysis.spec.DistributionSpec.Scale;
import outcrop.analysis.spec.DistributionSpec.Shape;
import outcrop.analysis.spec.Measure;
import outcrop.analysis.spec.RelationSpec;
import outcrop.analysis.spec.TableSpec.SortKey;
import outcrop.analysis.spec.TailSpec.Counted;

/// What a view asks of the data.
public sealed interface ViewQuery {
  /// The view that asks; its own clauses do not narrow the answer.
  String viewId();

  /// Counts of one field in bins or by value, split by a second field where `by` is not empty; how
  /// the values are spread where the shape needs more than counts.
  ///
  /// @param measures numbers to be worked out from the rows besides
  record DistributionQuery(
      String viewId,
      String field,
      String by,
      Bins bins,
      Scale x,
      Shape shape,
      List<Measure> measures)
      implements ViewQuery {
    public DistributionQuery {
      measures = List.copyOf(measures);
    }

    /// Counts only.
    public DistributionQuery(String viewId, String field, String by, Bins bins, Scale x) {
      this(viewId, field, by, bins, x, Shape.BARS, List.of());
    }

    /// A shape with nothing measured besides.
    public DistributionQuery(
        String viewId, String field, String by, Bins bins, Scale x, Shape shape) {
      this(viewId, field, by, bins, x, shape, List.of());
    }
  }

  /// The sizes of the classes of one field.
  record TailQuery(String viewId, String field, Counted counted) implements ViewQuery {}

  /// Counts of rows by the values of several fields at once.
  ///
  /// @param measures numbers to be worked out from the rows besides, of the first field and of the
  ///   second
  record RelationQuery(
      String viewId,
      RelationSpec.Shape shape,
      List<String> fields,
      String colour,
      RelationSpec.Bins bins,
      Scale x,
      Scale y,
      List<List<Measure>> measures)
      implements ViewQuery {
    public RelationQuery {
      fields = List.copyOf(fields);
      measures = List.copyOf(measures);
    }

    /// Counts only.
    public RelationQuery(
        String viewId,
        RelationSpec.Shape shape,
        List<String> fields,
        String colour,
        RelationSpec.Bins bins,
        Scale x,
        Scale y) {
      this(viewId, shape, fields, colour, bins, x, y, List.of(List.of(), List.of()));
    }
  }

  /// Rows as points by two fields of numbers.
  ///
  /// @param colour the field that gives the colours, empty for none
  /// @param labels categories that are named on the map
  /// @param snippet the field of short texts, empty for none
  record MapQuery(
      String viewId,
      String x,
      String y,
      String colour,
      Scale scale,
      List<String> labels,
      String snippet)
      implements ViewQuery {
    public MapQuery {
      labels = List.copyOf(labels);
    }
  }

  /// The same question once for each value of a field.
  record FacetQuery(ViewQuery panel, String field) implements ViewQuery {
    @Override
    public String viewId() {
      return panel.viewId();
    }
  }

  /// The filtered rows in an order. The answer pages itself.
  record RowsQuery(String viewId, List<SortKey> sort) implements ViewQuery {}
}
