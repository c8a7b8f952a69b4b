package outcrop.analysis.model;

/// Shows a preview a few times a second, whatever the pace of the work.
final class Previews {
  private static final long BETWEEN_NANOS = 300_000_000;

  private final MapPreview preview;
  private long last = System.nanoTime() - BETWEEN_NANOS;

  Previews(MapPreview preview) {
    this.preview = preview;
  }

  void offer(float[] map, int done, int total) {
    long now = System.nanoTime();
    if (preview != MapPreview.NONE && now - last >= BETWEEN_NANOS) {
      preview.show(map.clone(), done, total);
      last = System.nanoTime();
    }
  }
}
