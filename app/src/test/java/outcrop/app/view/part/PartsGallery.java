package outcrop.app.view.part;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.regex.Pattern;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.event.ActionEvent;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import outcrop.analysis.column.CategoryColumn;
import outcrop.analysis.column.ColumnStore;
import outcrop.analysis.column.TextColumn;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.query.ViewData.DistributionData;
import outcrop.analysis.render.ChartLayout;
import outcrop.analysis.render.Fonts;
import outcrop.analysis.render.Theme;
import outcrop.analysis.selection.Predicate;
import outcrop.analysis.selection.SelectionClause;
import outcrop.analysis.spec.DistributionSpec;
import outcrop.analysis.spec.TableSpec.ColumnLayout;
import outcrop.analysis.spec.TableSpec.SortKey;
import outcrop.analysis.task.TaskHandle;
import outcrop.analysis.task.TaskProgress;
import outcrop.app.testing.WindowPicture;

/// Every control with data as users have it, in light and dark, written to `target/parts-light.png`
/// and `target/parts-dark.png`.
///
/// `mvn -pl app -am test-compile exec:exec -Dexec.classpathScope=test -Dexec.mainClass=…` runs it;
/// it needs `-Dglass.platform=Headless -Dprism.order=sw` where there is no display.
public final class PartsGallery {
  private static final Pattern HIT = Pattern.compile("(?i)not good|quality|موصى|ممتاز|buy");
  private static final int FRAMES = 40;

  private final ColumnStore store = Samples.reviews();

  public static void main(String[] arguments) {
    Application.launch(Pictures.class, arguments);
  }

  /// Apart from the main class, which Java would not start from the class path if it were an
  /// application.
  public static final class Pictures extends Application {
    @Override
    public void start(Stage stage) {
      new PartsGallery().takePictures(stage);
    }
  }

  private void takePictures(Stage stage) {
    List<Runnable> pictures = new ArrayList<>();
    pictures.add(() -> show(stage, Theme.LIGHT));
    pictures.add(() -> save(stage, "parts-light"));
    pictures.add(() -> show(stage, Theme.DARK));
    pictures.add(() -> save(stage, "parts-dark"));
    pictures.add(() -> showDetails(stage));
    pictures.add(() -> save(stage, "parts-details"));
    pictures.add(stage::close);
    new AnimationTimer() {
      private int pulses;

      @Override
      public void handle(long now) {
        if (pulses++ % FRAMES == 0) {
          pictures.removeFirst().run();
        }
        if (pictures.isEmpty()) {
          stop();
        }
      }
    }.start();
  }

  private static void save(Stage stage, String name) {
    try {
      WindowPicture.save(stage, 1, Path.of("target", name + ".png"));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void show(Stage stage, Theme theme) {
    boolean dark = theme == Theme.DARK;
    Application.setUserAgentStylesheet(
        (dark ? new PrimerDark() : new PrimerLight()).getUserAgentStylesheet());
    BorderPane root = new BorderPane();
    root.setTop(chips());
    root.setLeft(fields(theme));
    root.setRight(inspector());
    root.setCenter(centre(theme));
    root.setStyle("-fx-font-family: '" + Fonts.FAMILY + "'");
    Scene scene = new Scene(root, 1500, 940);
    scene
        .getStylesheets()
        .add(
            Objects.requireNonNull(getClass().getResource("/outcrop/ui/theme/base.css"))
                .toExternalForm());
    stage.setScene(scene);
    stage.show();
  }

  /// What shows only after a gesture: the list of columns, a tip, a long value, a missing one,
  /// German.
  private void showDetails(Stage stage) {
    Function<String, String> german = Samples.words(Locale.GERMAN);
    GridTable table = new GridTable(german);
    table.setData(store, Samples.allRows(store));
    table.setColumns(
        List.of(new ColumnLayout("rating", 0, true), new ColumnLayout("price", 0, false)));
    table.scrollTo(40);
    RowInspector inspector = Samples.inspector(german);
    TextColumn huge =
        TextColumn.of(
            new Field("text", FieldType.TEXT), "Ein langer Satz über ein Produkt. ".repeat(90_000));
    CategoryColumn none = CategoryColumn.of(new Field("split", FieldType.CATEGORY), (String) null);
    inspector.setRow(ColumnStore.of(List.of(none, huge)), 0, 0, 1);
    inspector.setPrefWidth(320);
    ChartPane histogram = new ChartPane(german);
    histogram.setChart(price(), picture("price", price(), Theme.DARK));
    histogram.setPrefHeight(340);
    VBox.setVgrow(table, Priority.ALWAYS);
    BorderPane root = new BorderPane(new VBox(table, line(), histogram));
    root.setRight(inspector);
    root.setStyle("-fx-font-family: '" + Fonts.FAMILY + "'");
    Scene scene = new Scene(root, 1100, 800);
    stage.setScene(scene);
    table.showColumns();
    histogram.applyCss();
    histogram.layout();
    histogram.requestFocus();
    for (int i = 0; i < 8; i++) {
      KeyEvent.fireEvent(
          histogram,
          new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.RIGHT, i > 5, false, false, false));
    }
    inspector.lookup(".entry-all").fireEvent(new ActionEvent());
  }

  private Node chips() {
    ChipBar bar = new ChipBar(Samples.words());
    bar.setPadding(new Insets(8, 12, 8, 12));
    bar.setClauses(
        List.of(
            SelectionClause.of("v1", "x", Predicate.Range.halfOpen("price", "20", "60")),
            SelectionClause.of("v2", "x", new Predicate.In("split", List.of("test")))
                .withInverted(true),
            SelectionClause.of("", "q", new Predicate.Query("text:\"not good\" OR quality"))
                .withEnabled(false),
            SelectionClause.of("v3", "x", new Predicate.IsMissing("product"))),
        clause ->
            switch (clause.predicate()) {
              case Predicate.Range r -> r.field() + " " + r.lo() + " – " + r.hi();
              case Predicate.In in -> in.field() + " = " + String.join(", ", in.values());
              case Predicate.Query q -> q.text();
              case Predicate.IsMissing m -> m.field() + " is missing";
              default -> clause.id();
            },
        clause -> clause.predicate().toString());
    VBox box = new VBox(bar, line());
    return box;
  }

  private static Region line() {
    Region line = new Region();
    line.setMinHeight(1);
    line.setStyle("-fx-background-color: -color-border-default");
    return line;
  }

  private Node fields(Theme theme) {
    FieldList list = new FieldList(Samples.words());
    list.setFields(
        store.schema().fields().stream()
            .map(
                field ->
                    new FieldList.Item(
                        field,
                        store.rowCount(),
                        store.column(field.name()).missingCount(),
                        distinct(field)))
            .toList());
    list.setChart("price", price(), picture("price", price(), theme));
    list.setBrush("price", new BinRange(20, 60, false));
    list.setChart("rating", rating(), picture("rating", rating(), theme));
    list.setChart("product", products(), picture("product", products(), theme));
    list.setChart("split", splits(), picture("split", splits(), theme));
    list.setChosen("split", Set.of("test"));
    list.setStyle("-fx-border-color: transparent -color-border-default transparent transparent");
    return list;
  }

  private int distinct(Field field) {
    return field.type() == FieldType.CATEGORY ? 16 : field.type() == FieldType.TEXT ? -1 : 1204;
  }

  private DistributionData price() {
    return Samples.histogram(store, "price", 40, 120);
  }

  private DistributionData rating() {
    return Samples.histogram(store, "rating", 5, 6);
  }

  private DistributionData products() {
    return Samples.bars(store, "product");
  }

  private DistributionData splits() {
    return Samples.bars(store, "split");
  }

  private static Picture picture(String field, DistributionData data, Theme theme) {
    DistributionSpec spec = DistributionSpec.of("v", field);
    return (width, height, options) ->
        ChartLayout.layout(spec, data, width, height, theme, options);
  }

  private Node inspector() {
    RowInspector inspector = Samples.inspector(Samples.words());
    inspector.setHits(PartsGallery::hits);
    inspector.setRow(store, 3, 3, store.rowCount());
    HistoryList history = new HistoryList(Samples.words());
    history.setEntries(
        List.of(
            "Import reviews.csv",
            "Sort by price",
            "Filter price 20 – 60",
            "Filter split = test",
            "Rename view to “Price”"),
        4);
    history.setPrefHeight(200);
    history.setMinHeight(200);
    JobsPane jobs = new JobsPane(Samples.words(), PartsGallery::jobs);
    VBox.setVgrow(inspector, Priority.ALWAYS);
    VBox box = new VBox(inspector, line(), history, line(), jobs);
    box.setPrefWidth(320);
    box.setStyle("-fx-border-color: transparent transparent transparent -color-border-default");
    return box;
  }

  private static List<Span> hits(String field, String text) {
    return HIT.matcher(text).results().map(hit -> new Span(hit.start(), hit.end())).toList();
  }

  private static List<TaskHandle<?>> jobs() {
    return List.of(
        new Running("Indexing text", "Writing words of text", 0.42),
        new Running("Reading reviews.csv", "", -1));
  }

  private Node centre(Theme theme) {
    GridTable table = new GridTable(Samples.words());
    table.setHits(PartsGallery::hits);
    table.setData(store, Samples.allRows(store));
    table.setSort(List.of(new SortKey("rating", true), new SortKey("product", false)));
    table.setSelectedRows(RowSet.of(store.rowCount(), 1, 2, 5, 12));
    table.goToPosition(7);
    ChartPane histogram = new ChartPane(Samples.words());
    histogram.setChart(price(), picture("price", price(), theme));
    histogram.setBrush(new BinRange(21, 60, false));
    ChartPane bars = new ChartPane(Samples.words());
    bars.setChart(products(), picture("product", products(), theme));
    bars.setChosen(Set.of("kettle", "headphones"));
    ChartPane waiting = new ChartPane(Samples.words());
    waiting.showMessage("Counting…");
    GridTable loading = new GridTable(Samples.words());
    loading.showLoading();
    loading.setMaxWidth(200);
    for (Region region : List.of(histogram, bars)) {
      HBox.setHgrow(region, Priority.ALWAYS);
      region.setPrefWidth(300);
    }
    HBox charts = new HBox(histogram, bars, loading);
    charts.setPrefHeight(340);
    charts.setMinHeight(340);
    VBox.setVgrow(table, Priority.ALWAYS);
    table.requestFocus();
    return new VBox(table, line(), charts);
  }

  private record Running(String title, String stage, double share) implements TaskHandle<Void> {
    private static final CompletableFuture<Void> NEVER = new CompletableFuture<>();

    @Override
    public CompletableFuture<Void> outcome() {
      return NEVER;
    }

    @Override
    public TaskProgress progress() {
      return new TaskProgress(
          title,
          stage,
          (long) (1000 * share),
          share < 0 ? -1 : 1000,
          Duration.ofSeconds(12),
          Duration.ofSeconds(12));
    }

    @Override
    public void cancel() {}
  }
}
