package outcrop.app.view.part;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import outcrop.analysis.column.Column;
import outcrop.analysis.column.ColumnStore;
import outcrop.analysis.dataset.Conversation;
import outcrop.analysis.task.TaskRunner;

/// One text of any length to be read at ease: lines of about 75 letters, selectable, hits marked.
///
/// Very long texts come in parts. Messages of a conversation stand as turns. F3 and N go to the
/// next hit, with Shift to the one before; J and K go to the next row and the one before; Page Up
/// and Page Down scroll.
public final class TextReader extends Region {
  /// A longer cell is read as text, not as a conversation.
  private static final long LONGEST_CONVERSATION = 4_000_000;

  private static final double LETTERS_PER_LINE = 75;
  private static final double LETTER_WIDTH = 0.5;

  private final Words words;
  private final ReaderText text = new ReaderText();
  private final ConversationPane conversation;
  private final Label message = PartsStyle.styled(new Label(), "part-message");
  private final VBox sheet = PartsStyle.styled(new VBox(), "reader-sheet");
  private final ScrollPane scroll = new ScrollPane(new StackPane(sheet));
  private final Label place = PartsStyle.styled(new Label(), "entry-place");
  private final Label hitPlace = PartsStyle.styled(new Label(), "entry-place");
  private final Button before;
  private final Button after;
  private final HBox parts;
  private final HBox hitBox;
  private final VBox box;
  private final HitSearch search;
  private HitFinder hits = HitFinder.NONE;
  private Runnable onPrevious = () -> {};
  private Runnable onNext = () -> {};
  private TextPages pages = new TextPages.Whole("");
  private @Nullable ColumnStore store;
  private @Nullable Column column;
  private int row = -1;
  private int page;
  private int hit = -1;

  /// @param words gives the pattern of a key in `parts.properties`
  /// @param runner looks for hits in texts of many parts
  /// @param delivery runs what was found on the screen's thread
  public TextReader(Function<String, String> words, TaskRunner runner, Executor delivery) {
    this.words = new Words(words);
    search = new HitSearch(runner, delivery, this.words.get("reader.searching"));
    conversation = new ConversationPane(this.words);
    getStyleClass().add("text-reader");
    before = button(Feather.CHEVRON_LEFT, "inspector.partBefore", () -> turn(page - 1));
    after = button(Feather.CHEVRON_RIGHT, "inspector.partAfter", () -> turn(page + 1));
    parts = new HBox(4, before, place, after);
    hitBox =
        new HBox(
            4,
            hitPlace,
            button(Feather.ARROW_UP, "reader.hitBefore", () -> stepHit(-1)),
            button(Feather.ARROW_DOWN, "reader.hitAfter", () -> stepHit(1)));
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox strip = PartsStyle.styled(new HBox(8, parts, gap, hitBox), "reader-strip");
    for (HBox line : List.of(parts, hitBox, strip)) {
      line.setAlignment(Pos.CENTER_LEFT);
    }
    strip.visibleProperty().bind(parts.visibleProperty().or(hitBox.visibleProperty()));
    strip.managedProperty().bind(strip.visibleProperty());
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(true);
    scroll.setAccessibleText(this.words.get("reader.name"));
    VBox.setVgrow(scroll, Priority.ALWAYS);
    box = new VBox(strip, scroll);
    message.setWrapText(true);
    getChildren().addAll(box, message);
    addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    setTextSize(16);
    clear(this.words.get("reader.noRow"));
  }

  private Button button(Feather icon, String key, Runnable run) {
    return PartsStyle.iconButton(icon, words.get(key), run);
  }

  /// Shows a text.
  public void setText(ColumnStore columns, String field, int newRow) {
    search.stop();
    store = columns;
    column = columns.column(field);
    row = newRow;
    page = 0;
    hit = -1;
    if (column.isMissing(row)) {
      clear(words.get("reader.missing", field));
      return;
    }
    pages = TextPages.of(column, row);
    show(false);
    scroll.setVvalue(0);
  }

  /// Shows a sentence in place of a text, and reads nothing any more.
  public void clear(String sentence) {
    search.stop();
    store = null;
    message.setText(sentence);
    message.setVisible(true);
    box.setVisible(false);
  }

  /// Marks hits.
  public void setHits(HitFinder value) {
    hits = value;
    hit = -1;
    if (store != null) {
      show(false);
    }
  }

  /// Sizes the letters.
  public void setTextSize(double pixels) {
    text.setLetterSize(pixels);
    conversation.setLetterSize(pixels);
    sheet.setMaxWidth(Math.ceil(LETTERS_PER_LINE * LETTER_WIDTH * pixels) + 64);
    requestLayout();
  }

  /// The user wants the row before, or the one after.
  public void setOnStep(Runnable previousRow, Runnable nextRow) {
    onPrevious = previousRow;
    onNext = nextRow;
  }

  @Override
  public void requestFocus() {
    scroll.requestFocus();
  }

  private void show(boolean lastHit) {
    message.setVisible(false);
    box.setVisible(true);
    Optional<Conversation> talk = conversationOf();
    sheet.getChildren().setAll(talk.isPresent() ? conversation : text);
    if (talk.isPresent()) {
      conversation.setTurns(talk.get(), this::marked);
    } else {
      String part = pages.page(page);
      text.setText(part, marked(part));
    }
    boolean paged = talk.isEmpty() && pages.pages() > 1;
    PartsStyle.show(parts, paged);
    before.setDisable(page == 0);
    after.setDisable(page >= pages.pages() - 1);
    place.setText(
        words.get("reader.part", page + 1, pages.pages(), FieldSize.of(words, pages.length())));
    PartsStyle.show(hitBox, hits != HitFinder.NONE);
    hit = lastHit ? hitCount() : -1;
    showHits();
  }

  private Optional<Conversation> conversationOf() {
    Column current = column;
    return current == null || pages.length() > LONGEST_CONVERSATION
        ? Optional.empty()
        : Conversation.of(current.textAt(row));
  }

  private List<Span> marked(String shown) {
    Column current = column;
    return hits == HitFinder.NONE || current == null
        ? List.of()
        : hits.hits(current.field().name(), shown);
  }

  private List<ReaderText> texts() {
    return sheet.getChildren().contains(text) ? List.of(text) : conversation.texts();
  }

  private int hitCount() {
    return texts().stream().mapToInt(ReaderText::hitCount).sum();
  }

  private void showHits() {
    int count = hitCount();
    hitPlace.setText(
        hit < 0 || hit >= count
            ? words.get("reader.hits", count)
            : words.get("reader.hit", hit + 1, count));
  }

  private void turn(int to) {
    search.stop();
    page = Math.clamp(to, 0, pages.pages() - 1);
    show(false);
    scroll.setVvalue(0);
  }

  /// Goes to the next hit, also in a later part.
  private void stepHit(int by) {
    if (hits == HitFinder.NONE || store == null) {
      return;
    }
    int next = hit < 0 && by < 0 ? -1 : hit + by;
    if (next >= 0 && next < hitCount()) {
      goToHit(next);
    } else {
      searchParts(by);
    }
  }

  private void searchParts(int by) {
    ColumnStore columns = store;
    Column current = column;
    if (columns == null || current == null || !sheet.getChildren().contains(text)) {
      return;
    }
    search.start(
        columns,
        pages,
        current.field().name(),
        hits,
        page + by,
        by,
        found -> {
          if (found >= 0) {
            page = found;
            show(by < 0);
            stepHit(by);
          }
        });
  }

  private void goToHit(int index) {
    hit = index;
    int left = index;
    layout();
    for (ReaderText part : texts()) {
      boolean here = left >= 0 && left < part.hitCount();
      part.goToHit(here ? left : -1).ifPresent(bounds -> reveal(part, bounds));
      left = left < 0 || here ? -1 : left - part.hitCount();
    }
    showHits();
  }

  private void reveal(Node part, Bounds bounds) {
    Node content = scroll.getContent();
    Bounds inContent = content.sceneToLocal(part.localToScene(bounds));
    double height = content.getBoundsInLocal().getHeight();
    double view = scroll.getViewportBounds().getHeight();
    if (height > view) {
      scroll.setVvalue(Math.clamp((inContent.getCenterY() - view / 2) / (height - view), 0, 1));
    }
  }

  private void pressed(KeyEvent event) {
    if (event.isShortcutDown() || event.isAltDown()) {
      return;
    }
    switch (event.getCode()) {
      case F3, N -> stepHit(event.isShiftDown() ? -1 : 1);
      case J -> onNext.run();
      case K -> onPrevious.run();
      case PAGE_DOWN -> scrollBy(1);
      case PAGE_UP -> scrollBy(-1);
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void scrollBy(int pagesDown) {
    double view = scroll.getViewportBounds().getHeight();
    double height = scroll.getContent().getBoundsInLocal().getHeight();
    if (height > view) {
      double step = pagesDown * view * 0.9 / (height - view);
      scroll.setVvalue(Math.clamp(scroll.getVvalue() + step, 0, 1));
    }
  }

  @Override
  protected void layoutChildren() {
    box.resizeRelocate(0, 0, getWidth(), getHeight());
    message.resizeRelocate(0, 0, getWidth(), getHeight());
  }

  @Override
  public String getUserAgentStylesheet() {
    return PartsStyle.sheet();
  }
}
