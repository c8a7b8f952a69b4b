package outcrop.app.view.part;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import outcrop.analysis.column.Column;

/// A text as it is: a preview first, long ones in parts.
final class TextLens implements LensBody {
  private final Words words;
  private final Column column;
  private final ReaderText reader = new ReaderText();
  private final Hyperlink all = new Hyperlink();
  private final Label place = PartsStyle.styled(new Label(), "entry-place");
  private final HBox pager;
  private final VBox box;
  private HitFinder hits = HitFinder.NONE;
  private TextPages pages = new TextPages.Whole("");
  private int page = -1;

  TextLens(Words words, Column column) {
    this.words = words;
    this.column = column;
    pager =
        new HBox(
            4,
            PartsStyle.iconButton(
                Feather.CHEVRON_LEFT, words.get("inspector.partBefore"), () -> turn(-1)),
            place,
            PartsStyle.iconButton(
                Feather.CHEVRON_RIGHT, words.get("inspector.partAfter"), () -> turn(1)));
    pager.setAlignment(Pos.CENTER_LEFT);
    all.setOnAction(event -> turn(1));
    all.getStyleClass().add("entry-all");
    box = new VBox(2, pager, reader, all);
  }

  @Override
  public Node node() {
    return box;
  }

  @Override
  public void show(int row, HitFinder newHits) {
    hits = newHits;
    page = -1;
    pages = TextPages.of(column, row);
    showPage();
  }

  private void turn(int by) {
    page = Math.clamp(page + (long) by, 0, pages.pages() - 1);
    showPage();
  }

  private void showPage() {
    String text = page < 0 ? pages.preview() : pages.page(page);
    boolean cut = page < 0 && pages.isLong();
    List<Span> spans = hits == HitFinder.NONE ? List.of() : hits.hits(column.field().name(), text);
    reader.setText(cut ? text + "…" : text, spans);
    PartsStyle.show(all, cut);
    String size = FieldSize.of(words, pages.length());
    all.setText(cut ? words.get("inspector.showAll", size) : "");
    PartsStyle.show(pager, page >= 0 && pages.pages() > 1);
    place.setText(words.get("inspector.part", page + 1, pages.pages(), size));
  }
}
