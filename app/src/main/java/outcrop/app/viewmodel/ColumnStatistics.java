package outcrop.app.viewmodel;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.column.ColumnProfile;
import outcrop.analysis.column.ColumnProfile.NumberSummary;
import outcrop.analysis.column.ColumnProfile.TimeSummary;
import outcrop.analysis.column.ColumnProfiler;
import outcrop.analysis.selection.Predicate;
import outcrop.analysis.task.TaskHandle;

/// What the values of one field are like over the rows that the filter leaves, worked out away from
/// the screen. All figures are exact.
public final class ColumnStatistics {
  /// One figure with its name.
  public record Figure(String name, String value) {}

  private final WorkspaceViewModel project;
  private final String field;
  private final ReadOnlyObjectWrapper<@Nullable ColumnProfile> profile =
      new ReadOnlyObjectWrapper<>(null);
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final TaskHandle<ColumnProfile> work;

  public ColumnStatistics(WorkspaceViewModel project, String field) {
    this.project = project;
    this.field = field;
    Predicate filter = project.state().selection().effective();
    this.work =
        project
            .work()
            .start(
                project.words().of("statistics.running", field),
                task -> {
                  var rows = project.workspace().evaluator().evaluate(filter);
                  task.checkCancelled();
                  return new ColumnProfiler(project.work().runner())
                      .profileParts(project.columns(), field, rows);
                },
                profile::set,
                problem::set);
  }

  public String field() {
    return field;
  }

  /// The figures, null while they are being worked out.
  public ReadOnlyObjectProperty<@Nullable ColumnProfile> profileProperty() {
    return profile.getReadOnlyProperty();
  }

  /// Why there are none, in one sentence.
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /// Nobody waits for the figures any more.
  public void cancel() {
    work.cancel();
  }

  /// The figures of a profile in the words of the window.
  public List<Figure> figures(ColumnProfile of) {
    Words words = project.words();
    List<Figure> figures = new ArrayList<>();
    figures.add(figure("rows", words.count(of.rows())));
    figures.add(
        figure(
            "missing",
            of.missing() == 0
                ? words.count(0)
                : words.of(
                    "statistics.share",
                    words.count(of.missing()),
                    words.percent(of.missing(), of.rows()))));
    figures.add(figure("distinct", words.count(of.distinct())));
    numbers(of.numbers(), "", figures);
    numbers(of.lengths(), "length", figures);
    times(of.times(), figures);
    return figures;
  }

  private void numbers(@Nullable NumberSummary numbers, String of, List<Figure> figures) {
    if (numbers == null) {
      return;
    }
    Words words = project.words();
    if (numbers.nan() + numbers.infinite() > 0) {
      figures.add(figure("nan", words.count(numbers.nan())));
      figures.add(figure("infinite", words.count(numbers.infinite())));
    }
    if (numbers.min() instanceof String min && numbers.max() instanceof String max) {
      figures.add(figure(of.isEmpty() ? "min" : "shortest", min));
      figures.add(figure(of.isEmpty() ? "max" : "longest", max));
    }
    if (numbers.mean() instanceof Double mean) {
      figures.add(figure(of.isEmpty() ? "mean" : "meanLength", words.number(mean)));
    }
    if (numbers.sd() instanceof Double sd) {
      figures.add(figure("sd", words.number(sd)));
    }
    for (int i = 1; i + 1 < numbers.quantiles().size(); i++) {
      figures.add(new Figure(quantile(i), project.words().number(numbers.quantiles().get(i))));
    }
  }

  private void times(@Nullable TimeSummary times, List<Figure> figures) {
    if (times == null) {
      return;
    }
    if (times.min() instanceof String min && times.max() instanceof String max) {
      figures.add(figure("first", min));
      figures.add(figure("last", max));
    }
    for (int i = 1; i + 1 < times.quantiles().size(); i++) {
      figures.add(new Figure(quantile(i), times.quantiles().get(i)));
    }
  }

  private String quantile(int index) {
    double share = ColumnProfile.SHARES.get(index);
    return share == 0.5
        ? project.words().of("statistics.median")
        : project.words().of("statistics.quantile", Math.round(share * 100));
  }

  private Figure figure(String key, String value) {
    return new Figure(project.words().of("statistics." + key), value);
  }
}
