package outcrop.app.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.column.ColumnProfile;
import outcrop.analysis.column.ColumnProfile.NumberSummary;
import outcrop.analysis.column.ColumnProfile.TimeSummary;
import outcrop.analysis.column.ColumnProfile.ValueCount;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.FieldRole;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.overview.FieldCard;
import outcrop.analysis.overview.FieldWarning;
import outcrop.analysis.query.BinAxis;
import outcrop.analysis.query.ViewData.DistributionData;
import outcrop.app.view.part.CardFace;
import outcrop.app.viewmodel.OverviewViewModel;
import outcrop.app.viewmodel.OverviewViewModel.Item;
import outcrop.app.viewmodel.Words;
import outcrop.app.viewmodel.WorkspaceViewModel;

/// Writes what stands on the card of a field, in the words of the window.
final class CardWriter {
  private static final int VALUES = 3;
  private static final int QUARTILE = ColumnProfile.SHARES.indexOf(0.25);
  private static final int MEDIAN = ColumnProfile.SHARES.indexOf(0.5);
  private static final int THIRD_QUARTILE = ColumnProfile.SHARES.indexOf(0.75);

  private final Words words;
  private final OverviewViewModel model;

  CardWriter(Words words, OverviewViewModel model) {
    this.words = words;
    this.model = model;
  }

  /// @param data the counts of the bars, null before they are there
  CardFace face(Item item, @Nullable DistributionData data) {
    Field field = item.field();
    String about = field.role() == FieldRole.NONE ? "" : words.of("role." + field.role().name());
    FieldCard card = item.card();
    if (card == null) {
      return new CardFace(
          field,
          about,
          "",
          0,
          "",
          "",
          "",
          words.of("overview.waiting"),
          List.of(),
          List.of(),
          buttons(field),
          words.of("overview.spoken", field.name(), words.of("overview.waiting")));
    }
    ColumnProfile profile = card.profile();
    String missing =
        profile.missing() == 0
            ? ""
            : words.of(
                "overview.missing",
                words.count(profile.missing()),
                words.percent(profile.missing(), profile.rows()));
    String distinct = words.of("overview.distinct", words.count(profile.distinct()));
    String measures = measures(profile);
    List<CardFace.Warning> warnings =
        card.warnings().stream().map(warning -> warning(warning, field)).toList();
    List<String> spoken = new ArrayList<>();
    spoken.add(about);
    spoken.add(missing);
    spoken.add(distinct);
    spoken.add(measures);
    warnings.forEach(warning -> spoken.add(warning.tip()));
    return new CardFace(
        field,
        about,
        missing,
        profile.rows() == 0 ? 0 : (double) profile.missing() / profile.rows(),
        distinct,
        end(profile, true),
        end(profile, false),
        measures,
        values(profile, data),
        warnings,
        buttons(field),
        words.of(
            "overview.spoken",
            field.name(),
            String.join(". ", spoken.stream().filter(part -> !part.isEmpty()).toList())));
  }

  private String measures(ColumnProfile profile) {
    NumberSummary numbers = profile.numbers();
    TimeSummary times = profile.times();
    NumberSummary lengths = profile.lengths();
    if (numbers != null && !numbers.quantiles().isEmpty()) {
      return words.of(
          "overview.numbers",
          words.number(numbers.quantiles().get(MEDIAN)),
          words.number(numbers.quantiles().get(QUARTILE)),
          words.number(numbers.quantiles().get(THIRD_QUARTILE)));
    }
    if (times != null && times.min() != null && times.max() != null) {
      return words.of("overview.times", times.quantiles().get(MEDIAN));
    }
    if (lengths != null && !lengths.quantiles().isEmpty()) {
      return words.of(
          profile.field().type() == FieldType.LIST ? "overview.elements" : "overview.characters",
          words.number(lengths.quantiles().get(MEDIAN)),
          words.number(lengths.quantiles().getFirst()),
          words.number(lengths.quantiles().getLast()));
    }
    return "";
  }

  /// What stands at an end of the bars of numbers and times.
  private String end(ColumnProfile profile, boolean least) {
    NumberSummary numbers = profile.numbers();
    TimeSummary times = profile.times();
    if (numbers != null) {
      String exact = least ? numbers.min() : numbers.max();
      return exact == null ? "" : words.number(Double.parseDouble(exact));
    }
    String moment = times == null ? null : least ? times.min() : times.max();
    return moment == null ? "" : moment;
  }

  /// The values of most rows, unless every row has its own.
  private List<CardFace.Value> values(ColumnProfile profile, @Nullable DistributionData data) {
    if (profile.top().isEmpty() || profile.top().getFirst().count() == 1 && profile.rows() > 1) {
      return List.of();
    }
    List<CardFace.Value> values = new ArrayList<>();
    for (ValueCount value : profile.top().stream().limit(VALUES).toList()) {
      long rows = profile.rows();
      long shown = selected(value.value(), data).orElse(value.count());
      String count =
          shown == value.count()
              ? words.of(
                  "overview.count", words.count(value.count()), words.percent(value.count(), rows))
              : words.of("overview.countOf", words.count(shown), words.count(value.count()));
      values.add(
          new CardFace.Value(
              value.value(),
              value.value().isEmpty() ? words.of("overview.emptyText") : value.value(),
              count,
              (double) shown / rows,
              (double) value.count() / rows));
    }
    return values;
  }

  private static Optional<Long> selected(String value, @Nullable DistributionData data) {
    if (data == null || !(data.axis() instanceof BinAxis.Values axis)) {
      return Optional.empty();
    }
    int bin = axis.values().indexOf(value);
    if (bin < 0) {
      return Optional.empty();
    }
    long sum = 0;
    for (long[] group : data.counts()) {
      sum += group[bin];
    }
    return Optional.of(sum);
  }

  private CardFace.Warning warning(FieldWarning warning, Field field) {
    return new CardFace.Warning(
        model.brief(warning), model.sentence(warning), model.action(warning, field));
  }

  private List<CardFace.OpenButton> buttons(Field field) {
    List<CardFace.OpenButton> buttons = new ArrayList<>();
    if (WorkspaceViewModel.isCountable(field)) {
      buttons.add(
          new CardFace.OpenButton(
              "bar-chart-2",
              words.of("overview.distribution", field.name()),
              () -> model.project().edits().showDistribution(field.name())));
    }
    if (WorkspaceViewModel.isTailed(field)) {
      buttons.add(
          new CardFace.OpenButton(
              "trending-down",
              words.of("overview.tail", field.name()),
              () -> model.project().edits().showTail(field.name())));
    }
    buttons.add(
        new CardFace.OpenButton(
            "eye-off",
            words.of("overview.hide", field.name()),
            () -> model.toggleHidden(field.name())));
    return buttons;
  }
}
