package outcrop.app.view.part;

import javafx.scene.Node;
import javafx.scene.layout.VBox;
import outcrop.analysis.column.Column;

/// The picture that a value refers to, with what is marked in it, and the reference below.
final class ImageLens implements LensBody {
  private static final double TALLEST = 420;

  private final LensContext context;
  private final Column column;
  private final RowPicture picture;
  private final TextLens reference;
  private final VBox box;

  ImageLens(LensContext context, Column column) {
    this.context = context;
    this.column = column;
    picture = new RowPicture(context.words(), context.runner(), context.delivery(), TALLEST);
    reference = new TextLens(context.words(), column);
    box = PartsStyle.styled(new VBox(4, picture, reference.node()), "image-lens");
  }

  @Override
  public Node node() {
    return box;
  }

  @Override
  public void show(int row, HitFinder hits) {
    String name = column.field().name();
    RowPictures pictures = context.actions().pictures(name);
    PartsStyle.show(picture, pictures != null);
    if (pictures != null) {
      String reference = TextPages.of(column, row).preview();
      picture.show(pictures, row, reference, context.actions().boxes(name, row));
    }
    reference.show(row, hits);
  }

  @Override
  public void stop() {
    picture.stop();
  }
}
