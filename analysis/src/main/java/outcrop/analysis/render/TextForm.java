package outcrop.analysis.render;

/// What becomes of the letters of a drawing in a file.
public enum TextForm {
  /// Text that names its font: the smallest file, drawn in another font where a system lacks ours.
  NAMED,
  /// Text with the letters of the font that it uses in the file: looks the same everywhere and can
  /// still be found, copied and edited.
  EMBEDDED,
  /// Shapes in the place of letters, for programs that take no fonts. What they say stands beside
  /// them for screen readers and searches.
  OUTLINED
}
