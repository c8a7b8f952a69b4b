package outcrop.app.viewmodel;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.command.Command;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.derive.Derivation;
import outcrop.analysis.derive.DerivedField;
import outcrop.analysis.project.ProjectState;
import outcrop.analysis.query.TailBands;
import outcrop.analysis.query.TailBands.Band;
import outcrop.analysis.query.TailBands.Part;
import outcrop.analysis.query.TailClasses;
import outcrop.analysis.query.TailStudy;
import outcrop.analysis.query.ViewData;
import outcrop.analysis.query.ViewData.TailData;
import outcrop.analysis.render.BandColours;
import outcrop.analysis.selection.Predicate;
import outcrop.analysis.spec.ChartStyle.AxisSide;
import outcrop.analysis.spec.DistributionSpec.Scale;
import outcrop.analysis.spec.TailSpec;
import outcrop.analysis.spec.TailSpec.Bands;
import outcrop.analysis.spec.TailSpec.Beside;
import outcrop.analysis.spec.TailSpec.Counted;
import outcrop.analysis.spec.TailSpec.Fit;
import outcrop.analysis.spec.TailSpec.Preset;
import outcrop.analysis.spec.TailSpec.Shape;
import outcrop.analysis.spec.ViewSpec;
import outcrop.analysis.stats.ClassCrossing;
import outcrop.analysis.task.TaskHandle;
import outcrop.analysis.task.UserFailure;

/// The long tail of a field: its classes, their bands, and the filters that the user makes of both.
public final class TailViewModel extends ShapedViewModel<TailSpec, TailData> {
  /// Channel of the chosen classes.
  public static final String CLASSES = "classes";

  private final ReadOnlyStringWrapper refusal = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper studying = new ReadOnlyBooleanWrapper(false);
  private @Nullable TaskHandle<?> working;
  private @Nullable Asked studied;
  private long studies;

  TailViewModel(WorkspaceViewModel project, TailSpec spec) {
    super(project, spec, TailSpec.class, TailData.class);
  }

  @Override
  void shown(ViewData answer) {
    studied = null;
    study(spec(), answer);
  }

  @Override
  public void update(ViewSpec newSpec, ProjectState state) {
    super.update(newSpec, state);
    TailData data = dataProperty().get();
    ViewData answer = answer();
    if (data != null
        && answer != null
        && data.counted() == spec().counted()
        && !Asked.of(spec()).equals(studied)) {
      study(spec(), answer);
    }
  }

  /// The part of a spec that a study answers.
  private record Asked(String field, Counted counted, Shape shape, Fit fit, Beside beside) {
    static Asked of(TailSpec spec) {
      return new Asked(spec.field(), spec.counted(), spec.shape(), spec.fit(), spec.beside());
    }
  }

  /// Works out behind the view what takes its time; a newer study breaks off the one before.
  private void study(TailSpec wanted, ViewData data) {
    stop();
    studied = Asked.of(wanted);
    studying.set(true);
    refusal.set("");
    long number = ++studies;
    working =
        project()
            .work()
            .start(
                project().words().of("tail.studying", wanted.field()),
                context -> project().workspace().engine().study(wanted, data, context),
                found -> finished(number, found),
                sentence -> failed(number, wanted, data, sentence));
  }

  private void finished(long number, ViewData found) {
    if (number == studies) {
      studying.set(false);
      complete(found);
    }
  }

  /// A test that the user broke off leaves the fit that it would have tested.
  private void failed(long number, TailSpec wanted, ViewData data, String sentence) {
    if (number != studies) {
      return;
    }
    studying.set(false);
    refusal.set(sentence);
    Fit untested = new Fit(0, wanted.fit().seed());
    TailSpec less = sentence.isEmpty() ? wanted.withFit(untested) : wanted.withBeside(Beside.NONE);
    if (!less.equals(wanted)) {
      Asked asked = studied;
      study(less, data);
      studied = asked;
      refusal.set(sentence);
    }
  }

  private void stop() {
    TaskHandle<?> before = working;
    if (before != null) {
      before.cancel();
    }
  }

  @Override
  public void close() {
    studies++;
    stop();
    super.close();
  }

  /// Whether a study is under way.
  public ReadOnlyBooleanProperty studyingProperty() {
    return studying.getReadOnlyProperty();
  }

  private TailSpec spec() {
    return specProperty().get();
  }

  /// Rows are chosen by classes that are values; terms of a text and single values are none.
  @Override
  public boolean canBeShaped() {
    return spec().counted() == Counted.CLASSES
        && project()
            .columns()
            .schema()
            .find(spec().field())
            .filter(field -> field.type() != FieldType.TEXT)
            .isPresent();
  }

  /// A target stands over sizes by rank.
  @Override
  TailSpec ready() {
    return spec().withShape(Shape.RANK).withFacet("");
  }

  @Override
  Optional<ShownClasses> classes(TailData data) {
    return canBeShaped() ? Optional.of(ShownClasses.of(data)) : Optional.empty();
  }

  /// Why the last wish could not be met, in one sentence; empty where it could.
  public ReadOnlyStringProperty refusalProperty() {
    return refusal.getReadOnlyProperty();
  }

  /// Head, body and tail of what is shown; empty before the first answer, and for small multiples,
  /// which have bands each.
  public Optional<TailBands> bands() {
    return isRepeated() ? Optional.empty() : firstBands();
  }

  private Optional<TailBands> firstBands() {
    return Optional.ofNullable(dataProperty().get())
        .map(data -> TailBands.of(spec().bands(), data));
  }

  /// Whether small multiples are shown.
  public boolean isRepeated() {
    return facetsProperty().get() != null;
  }

  /// Head, body and tail.
  @Override
  public ChartColours colours() {
    List<String> bands = List.of(Part.values()).stream().map(BandColours::key).toList();
    return new ChartColours(bands, bands);
  }

  @Override
  public AxisTraits axis(AxisSide side) {
    AxisTraits traits = super.axis(side);
    Scale scale = side == AxisSide.X ? spec().look().x() : spec().look().y();
    boolean log = spec().shape().hasScale(side) && scale == Scale.LOG;
    return new AxisTraits(traits.kind(), log, traits.from(), traits.to(), traits.values());
  }

  /// Chooses a class, or gives it up where it is chosen.
  ///
  /// @param additive whether others stay chosen
  /// @param item the rank of the class, or its number among those that the shape draws
  public void toggleClass(int item, boolean additive) {
    TailData data = dataProperty().get();
    if (data != null) {
      nameOf(item, data).ifPresent(name -> toggle(name, data, additive));
    }
  }

  private void toggle(String name, TailData data, boolean additive) {
    if (data.counted() == Counted.VALUES) {
      filter(new Predicate.Range(spec().field(), name, name, true, true));
    } else if (data.type() == FieldType.TEXT) {
      filter(TailBands.having(List.of(name), spec().field(), data.type()));
    } else {
      toggle(CLASSES, spec().field(), name, additive);
    }
  }

  private Optional<String> nameOf(int item, TailData data) {
    Optional<TailStudy> study = data.study();
    return switch (spec().shape()) {
      case BURSTINESS ->
          study.flatMap(TailStudy::burstiness).map(bursts -> bursts.names().apply(item));
      case RASTER -> study.flatMap(TailStudy::raster).map(raster -> raster.names().apply(item));
      case LABELS ->
          study
              .flatMap(TailStudy::meaning)
              .map(meaning -> meaning.names().apply(meaning.ambiguous().get(item).item()));
      case VARIATION ->
          study.flatMap(TailStudy::variation).map(variation -> variation.names().apply(item));
      case RANK, CCDF, LORENZ, COVERAGE, RAREFACTION ->
          item < data.classes().count() ? Optional.of(data.classes().name(item)) : Optional.empty();
    };
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
    tryFilter(() -> bands.predicate(band, spec().field(), data));
  }

  private void tryFilter(Supplier<Predicate> made) {
    try {
      filter(made.get());
      refusal.set("");
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
          IntStream.range(classes.above(size), classes.atLeast(size))
              .limit(TailBands.MOST_NAMES)
              .mapToObj(classes::name)
              .toList();
      tryFilter(() -> TailBands.having(names, spec().field(), data.type()));
    }
  }

  private void filter(Predicate predicate) {
    project().execute(new Command.SetClause(clause(CLASSES, ofValues(predicate))), "");
  }

  /// Filters to the classes of a band that have no row in a value of the field beside.
  ///
  /// @param value its number in the crossing
  public void filterToLacking(int value, Part part) {
    TailData data = dataProperty().get();
    TailBands bands = bands().orElse(null);
    ClassCrossing crossing =
        data == null ? null : data.study().flatMap(TailStudy::crossing).orElse(null);
    if (data == null || bands == null || crossing == null) {
      return;
    }
    bands
        .band(part)
        .map(
            band ->
                crossing
                    .lacking(value, band.from(), band.to())
                    .limit(TailBands.MOST_NAMES)
                    .mapToObj(data.classes()::name)
                    .toList())
        .filter(names -> !names.isEmpty())
        .ifPresent(names -> filter(new Predicate.In(spec().field(), names)));
  }

  /// Draws sizes as something else.
  public void setShape(Shape shape) {
    if (shape != spec().shape()) {
      edit(now -> now.withShape(shape), "");
    }
  }

  /// Tests the power law against data made from it; 0 draws for no test.
  public void testFit(int draws, long seed) {
    edit(now -> now.withFit(new Fit(draws, seed)), "");
  }

  /// Looks at the classes by the values of another field; the empty name for none.
  public void setOther(String field) {
    edit(now -> now.withBeside(now.beside().withOther(field)), "");
  }

  /// Lets another field order or hold the rows for burstiness; the empty name for none.
  public void setEvents(String field) {
    edit(now -> now.withBeside(now.beside().withEvents(field)), "");
  }

  /// Takes values as sizes, or counts classes; filters that were set go with what they meant.
  public void setCounted(Counted counted) {
    if (counted != spec().counted()) {
      List<Command> commands = clearing();
      commands.add(new Command.EditView(spec().withCounted(counted)));
      together(commands);
    }
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
            ? firstBands().map(now -> Bands.own(now.head(), now.body())).orElse(spec().bands())
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
        && !isRepeated()
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
