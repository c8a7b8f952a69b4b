package outcrop.analysis.render;

/// How a drawing is written into a file; formats pass over what they have no use for.
///
/// @param dpi pixels per inch of a PNG; 96 for one pixel per layout unit
/// @param text what becomes of letters in SVG and PDF; a PDF embeds its fonts where SVG names them
/// @param transparent whether nothing is painted behind the drawing
public record PictureStyle(double dpi, TextForm text, boolean transparent) {
  /// As printers want it.
  public static final PictureStyle DEFAULT = new PictureStyle(300, TextForm.EMBEDDED, false);

  public PictureStyle withDpi(double value) {
    return new PictureStyle(value, text, transparent);
  }

  public PictureStyle withText(TextForm value) {
    return new PictureStyle(dpi, value, transparent);
  }

  public PictureStyle withTransparent(boolean value) {
    return new PictureStyle(dpi, text, value);
  }

  /// The drawing as it is painted in this style.
  public Drawing of(Drawing drawing) {
    return transparent ? drawing.withBackground(Colour.NONE) : drawing;
  }
}
