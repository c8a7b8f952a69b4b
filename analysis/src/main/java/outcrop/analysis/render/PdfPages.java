package outcrop.analysis.render;

import java.util.List;

/// A document of several pages to be painted by [PdfPainter#paint(PdfPages, java.io.OutputStream)].
///
/// @param title what the document is, for readers and file properties
/// @param language of the words in it, such as `en`
public record PdfPages(String title, String subject, String language, List<Page> pages) {
  public PdfPages {
    pages = List.copyOf(pages);
  }

  /// A page in layout units, y downwards from its upper edge.
  ///
  /// @param background painted below everything
  /// @param marks what stands on the page itself
  /// @param drawings pictures on the page
  /// @param bookmarks entries of the reader's outline that lead here
  public record Page(
      double width,
      double height,
      Colour background,
      List<Mark> marks,
      List<Placed> drawings,
      List<Bookmark> bookmarks) {
    public Page {
      marks = List.copyOf(marks);
      drawings = List.copyOf(drawings);
      bookmarks = List.copyOf(bookmarks);
    }
  }

  /// A drawing with its upper left corner at a place, enlarged by a scale.
  public record Placed(Drawing drawing, double x, double y, double scale) {}

  /// @param y where the page is shown from
  public record Bookmark(String title, double y) {}
}
