package outcrop.analysis.workspace;

import java.util.List;
import java.util.Optional;
import outcrop.analysis.column.ColumnStore;
import outcrop.analysis.column.ColumnUse;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.image.ImageBox;
import outcrop.analysis.image.ImageDecoder;
import outcrop.analysis.image.ImageLimits;
import outcrop.analysis.image.ImageSource;
import outcrop.analysis.io.ImageReferences;

/// The images of a project's rows, where they lie. Outcrop never copies them.
///
/// Safe to use from any thread.
public final class RowImages {
  private final ColumnStore columns;
  private final ImageReferences references;
  private final List<RowBoxes> boxes;
  private final ImageDecoder decoder = new ImageDecoder(ImageLimits.DEFAULT);

  RowImages(ColumnStore columns, ImageReferences references) {
    this.columns = columns;
    this.references = references;
    this.boxes = RowBoxes.of(columns);
  }

  /// The fields that refer to images, in the order of the schema.
  public List<Field> fields() {
    return columns.schema().fields().stream()
        .filter(field -> field.type() == FieldType.IMAGE)
        .toList();
  }

  /// The image of one row; empty where the field has no value there. An image that is named but
  /// cannot be had answers with a sentence when it is decoded.
  ///
  /// @param field any field whose values name images
  /// @throws java.util.concurrent.CancellationException when the project is being closed
  public Optional<ImageSource> image(String field, int row) {
    try (ColumnUse _ = columns.use()) {
      return Optional.ofNullable(columns.textAt(field, row)).map(references::find);
    }
  }

  /// The boxes around objects in the image of a row, in the order of the source; empty where the
  /// dataset has none.
  public List<ImageBox> boxes(int row) {
    return boxes.isEmpty() ? List.of() : boxes.getFirst().read(columns, row);
  }

  /// Lets go of the files that were opened.
  void close() {
    references.close();
  }

  /// Decodes the images of this project.
  public ImageDecoder decoder() {
    return decoder;
  }
}
