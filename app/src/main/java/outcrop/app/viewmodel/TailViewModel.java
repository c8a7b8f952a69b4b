package outcrop.app.viewmodel;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import outcrop.analysis.command.Command;
import outcrop.analysis.derive.Derivation;
import outcrop.analysis.derive.DerivedField;
import outcrop.analysis.query.TailBands;
import outcrop.analysis.query.TailBands.Band;
import outcrop.analysis.query.TailBands.Part;
import outcrop.analysis.query.TailClasses;
import outcrop.analysis.query.ViewData.TailData;
import outcrop.analysis.selection.Predicate;
import outcrop.analysis.spec.TailSpec;
import outcrop.analysis.spec.TailSpec.Bands;
import outcrop.analysis.spec.TailSpec.Counted;
import outcrop.analysis.spec.TailSpec.Preset;
import outcrop.analysis.task.UserFailure;

/// The long tail of a field: its classes, their bands, and the filters that the user makes of both.
public final class TailViewModel extends ChartViewModel<TailSpec, TailData> {
  /// Channel of the chosen classes.
  public static final String CLASSES = "classes";

  private final ReadOnlyStringWrapper refusal = new ReadOnlyStringWrapper("");

  TailViewModel(WorkspaceViewModel project, TailSpec spec) {
    super(project, spec, TailSpec.class, TailData.class);
  }

  private TailSpec spec() {
    return specProperty().get();
  }

  /// Why the last wish could not be met, in one sentence; empty where it could.
  public ReadOnlyStringProperty refusalProperty() {
    return refusal.getReadOnlyProperty();
  }

  /// Head, body and tail of what is shown; empty before the first answer.
  public Optional<TailBands> bands() {
    return Optional.ofNullable(dataProperty().get())
        .map(data -> TailBands.of(spec().bands(), data, OptionalDouble.empty()));
  }

  /// Chooses the class of a rank, or gives it up where it is chosen.
  ///
  /// @param additive whether others stay chosen
  public void toggleClass(int rank, boolean additive) {
    TailData data = dataProperty().get();
    if (data != null && rank < data.classes().count()) {
      toggle(CLASSES, spec().field(), data.classes().name(rank), additive);
    }
  }

  /// The classes that are chosen now.
  public Set<String> chosenClasses() {
    return chosenNames(CLASSES, spec().field());
  }

  /// Filters to the classes of a band, as they are now.
  public void filterTo(Part part) {
    TailData data = dataProperty().get();
    TailBands bands = bands().orElse(null);
    if (data == null || bands == null) {
      return;
    }
    bands.band(part).ifPresent(band -> filterTo(bands, band, data));
  }

  private void filterTo(TailBands bands, Band band, TailData data) {
    refusal.set("");
    if (band.classes() == 0) {
      refusal.set(project().words().of("tail.emptyBand", partName(band.part())));
      return;
    }
    try {
      filter(bands.predicate(band, spec().field(), data));
    } catch (UserFailure tooMany) {
      refusal.set(Work.sentence(tooMany));
    }
  }

  /// Filters to the classes that are as large as the one of a rank.
  public void filterToSizeOf(int rank) {
    TailData data = dataProperty().get();
    if (data != null && rank < data.classes().count()) {
      TailClasses classes = data.classes();
      double size = classes.size(rank);
      List<String> names =
          java.util.stream.IntStream.range(classes.above(size), classes.atLeast(size))
              .limit(TailBands.MOST_NAMES)
              .mapToObj(classes::name)
              .toList();
      filter(new Predicate.In(spec().field(), names));
    }
  }

  private void filter(Predicate predicate) {
    project().execute(new Command.SetClause(clause(CLASSES, ofValues(predicate))), "");
  }

  /// Moves a bound between bands to a size; one drag is one step of the history.
  ///
  /// @param handle 0 for the end of the head, 1 for the end of the body
  /// @param drag tells drags apart
  public void moveBound(int handle, double size, int drag) {
    TailBands bands = bands().orElse(null);
    if (bands == null || !(size > 0)) {
      return;
    }
    boolean hasBody = bands.band(Part.BODY).isPresent();
    Bands moved =
        !hasBody
            ? Bands.own(size, size)
            : handle == 0
                ? Bands.own(Math.max(size, bands.body()), bands.body())
                : Bands.own(bands.head(), Math.min(size, bands.head()));
    if (!moved.equals(spec().bands())) {
      edit(now -> now.withBands(moved), "bands" + drag);
    }
  }

  /// Moves a bound to the size of the next class above or below, each step by one different size.
  ///
  /// @param steps towards larger sizes; negative towards smaller
  public void nudgeBound(int handle, int steps) {
    TailData data = dataProperty().get();
    TailBands bands = bands().orElse(null);
    if (data == null || bands == null || data.classes().count() == 0) {
      return;
    }
    TailClasses classes = data.classes();
    double size = handle == 0 ? bands.head() : bands.body();
    for (int i = 0; i < Math.abs(steps); i++) {
      int rank = steps > 0 ? classes.above(size) - 1 : classes.atLeast(size);
      size = classes.size(Math.clamp(rank, 0, classes.count() - 1));
    }
    moveBound(handle, size, 0);
  }

  /// Parts the classes by a convention; the user's own begins where the bands are now.
  public void setPreset(Preset preset) {
    Bands wanted =
        preset == Preset.OWN
            ? bands().map(now -> Bands.own(now.head(), now.body())).orElse(spec().bands())
            : Bands.of(preset);
    edit(now -> now.withBands(wanted), "");
  }

  /// Makes a field of the band of each row's class, by how many rows of the whole dataset it has.
  public void addBandsAsField() {
    TailBands bands = bands().orElse(null);
    if (bands == null) {
      return;
    }
    List<Derivation.Band> parts =
        bands.list().stream()
            .map(
                band ->
                    new Derivation.Band(
                        band.part().name().toLowerCase(Locale.ROOT), fewest(bands, band.part())))
            .toList();
    DerivedFields derived = project().derived();
    derived.add(
        new DerivedField(
            derived.freeName(project().words().of("tail.fieldName", spec().field())),
            new Derivation.ClassBands(spec().field(), parts)),
        added -> project().edits().showDistribution(added.name()));
  }

  private static long fewest(TailBands bands, Part part) {
    return switch (part) {
      case HEAD -> (long) Math.ceil(bands.head());
      case BODY -> (long) Math.ceil(bands.body());
      case TAIL -> 0;
    };
  }

  /// Whether the bands of the shown classes can become a field.
  public boolean canAddField() {
    return spec().counted() == Counted.CLASSES
        && project()
            .columns()
            .schema()
            .find(spec().field())
            .map(
                field ->
                    switch (field.type()) {
                      case CATEGORY, LIST -> true;
                      case NUMBER, TEXT, TIME, IMAGE, VECTOR -> false;
                    })
            .orElse(false);
  }

  /// Shows another field; filters that were set on the old one go with it.
  public void setField(String field) {
    if (!field.equals(spec().field())) {
      List<Command> commands = clearing();
      commands.add(new Command.EditView(spec().withField(field).withCounted(Counted.CLASSES)));
      together(commands);
    }
  }

  /// The name of a part of the tail in the user's words.
  public String partName(Part part) {
    return project().words().of("tail.part." + part);
  }
}
