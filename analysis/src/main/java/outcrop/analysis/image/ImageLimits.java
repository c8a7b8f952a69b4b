package outcrop.analysis.image;

/// What an image may cost before it is refused. A file of a few bytes can declare any size.
///
/// @param pixels that a header may declare
/// @param wholePixels the same for encodings that must be unpacked whole before a line of them can
///   be taken (progressive JPEG, WebP): about 6 bytes of memory each
/// @param bytes of the file
public record ImageLimits(long pixels, long wholePixels, long bytes) {
  /// 400 megapixels, 100 of those that unpack whole, 1 GiB of file.
  public static final ImageLimits DEFAULT = new ImageLimits(400_000_000, 100_000_000, 1L << 30);
}
