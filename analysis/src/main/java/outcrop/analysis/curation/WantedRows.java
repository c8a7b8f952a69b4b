package outcrop.analysis.curation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.curation.ShapeNote.Kind;
import outcrop.analysis.spec.ShapeTarget;
import outcrop.analysis.spec.ShapeTarget.ClassAmount;
import outcrop.analysis.spec.TargetSpec;
import outcrop.analysis.spec.TargetSpec.Mode;

/// What a target wants of each class of a field, before it is asked whether the rows are there.
///
/// @param rows rows wanted by class, not rounded
/// @param shares the shares of a share target by class, adding up to one; null for a target in rows
/// @param reachable the most rows that can have exactly these shares without repeating one; −1 for
///   a target in rows
record WantedRows(
    double[] rows, double @Nullable [] shares, double reachable, List<ShapeNote> notes) {
  private static final double WHOLE = 1e-6;

  static WantedRows of(ClassSizes counts, TargetSpec spec) {
    List<ShapeNote> notes = new ArrayList<>();
    long[] taking = takingPart(counts, spec, notes);
    return switch (spec.target()) {
      case ShapeTarget.Cap(long cap) -> ofRows(capped(taking, cap), notes);
      case ShapeTarget.Rows(var rows) -> ofRows(asNamed(counts, taking, rows, notes), notes);
      case ShapeTarget.Temperature(double tau) ->
          ofShares(powers(taking, tau), taking, spec, notes);
      case ShapeTarget.Uniform() -> ofShares(powers(taking, 0), taking, spec, notes);
      case ShapeTarget.Shares(var shares) ->
          ofShares(named(counts, taking, shares, true, notes), taking, spec, notes);
      case ShapeTarget.Like(_, var shares) ->
          ofShares(named(counts, taking, shares, false, notes), taking, spec, notes);
    };
  }

  /// The rows of each class, 0 for classes that are left out.
  private static long[] takingPart(ClassSizes counts, TargetSpec spec, List<ShapeNote> notes) {
    long[] rows = counts.rows().clone();
    if (!spec.missing()) {
      long apart = rows[counts.missingClass()] + rows[counts.offScaleClass()];
      if (apart > 0) {
        notes.add(new ShapeNote(Kind.LEFT_OUT, "", apart, 0));
      }
      rows[counts.missingClass()] = 0;
      rows[counts.offScaleClass()] = 0;
    }
    int filled = 0;
    for (long count : rows) {
      filled += count > 0 ? 1 : 0;
    }
    if (filled < 2) {
      notes.add(ShapeNote.of(filled == 0 ? Kind.NO_ROWS : Kind.ONE_CLASS));
    }
    return rows;
  }

  private static double[] capped(long[] rows, long cap) {
    double[] wanted = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      wanted[i] = Math.min(rows[i], cap);
    }
    return wanted;
  }

  private static double[] powers(long[] rows, double tau) {
    double[] weights = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      weights[i] = rows[i] == 0 ? 0 : Math.pow(rows[i], tau);
    }
    return weights;
  }

  private static double[] asNamed(
      ClassSizes counts, long[] taking, List<ClassAmount> named, List<ShapeNote> notes) {
    ToIntFunction<@Nullable String> classes = counts.finder(named.size());
    double[] wanted = new double[taking.length];
    for (int i = 0; i < taking.length; i++) {
      wanted[i] = taking[i];
    }
    for (ClassAmount amount : named) {
      int index = classes.applyAsInt(amount.value());
      if (index >= 0) {
        boolean leftOut = taking[index] == 0 && counts.rows()[index] > 0;
        wanted[index] = leftOut ? 0 : amount.amount();
      } else if (amount.amount() > 0) {
        notes.add(new ShapeNote(Kind.UNKNOWN_VALUE, text(amount), amount.amount(), 1));
      }
    }
    return wanted;
  }

  private static String text(ClassAmount amount) {
    return amount.value() == null ? "" : amount.value();
  }

  /// The shares of the classes that have rows; those of others are told and put aside.
  ///
  /// @param written whether somebody wrote the shares, who should hear that they were scaled
  private static double[] named(
      ClassSizes counts,
      long[] taking,
      List<ClassAmount> named,
      boolean written,
      List<ShapeNote> notes) {
    ToIntFunction<@Nullable String> classes = counts.finder(named.size());
    double sum = named.stream().mapToDouble(ClassAmount::amount).sum();
    if (written && Math.abs(sum - 1) > WHOLE && Math.abs(sum - 100) > 100 * WHOLE) {
      notes.add(new ShapeNote(Kind.SHARES_SCALED, "", sum, named.size()));
    }
    double[] shares = new double[taking.length];
    for (ClassAmount amount : named) {
      int index = classes.applyAsInt(amount.value());
      if (index >= 0 && taking[index] > 0) {
        shares[index] += amount.amount();
      } else if (amount.amount() > 0) {
        notes.add(new ShapeNote(Kind.UNKNOWN_VALUE, text(amount), amount.amount() / sum, 1));
      }
    }
    int without = 0;
    long dropped = 0;
    for (int i = 0; i < taking.length; i++) {
      if (taking[i] > 0 && shares[i] == 0) {
        without++;
        dropped += taking[i];
      }
    }
    if (without > 0) {
      notes.add(new ShapeNote(Kind.WITHOUT_SHARE, "", dropped, without));
    }
    return shares;
  }

  private static WantedRows ofRows(double[] rows, List<ShapeNote> notes) {
    noteNothing(rows, notes);
    return new WantedRows(rows, null, -1, List.copyOf(notes));
  }

  private static WantedRows ofShares(
      double[] weights, long[] taking, TargetSpec spec, List<ShapeNote> notes) {
    double sum = 0;
    long all = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i];
      all += taking[i];
    }
    double[] shares = new double[weights.length];
    double reachable = sum > 0 ? Double.POSITIVE_INFINITY : 0;
    for (int i = 0; i < weights.length; i++) {
      if (weights[i] > 0) {
        shares[i] = weights[i] / sum;
        reachable = Math.min(reachable, taking[i] / shares[i]);
      }
    }
    double total =
        spec.total() > 0 ? spec.total() : spec.mode() == Mode.SUBSAMPLE ? reachable : all;
    double[] rows = new double[weights.length];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = total * shares[i];
    }
    noteNothing(rows, notes);
    return new WantedRows(rows, shares, reachable, List.copyOf(notes));
  }

  private static void noteNothing(double[] rows, List<ShapeNote> notes) {
    boolean anyRows = notes.stream().noneMatch(note -> note.kind() == Kind.NO_ROWS);
    if (anyRows && java.util.Arrays.stream(rows).allMatch(wanted -> wanted == 0)) {
      notes.add(ShapeNote.of(Kind.NOTHING_WANTED));
    }
  }
}
