package outcrop.analysis.dataset;

/// The identity of imported data: a hash over the sources' content and the import settings, in
/// lower-case hexadecimal. Names the cache folder, so a changed source or setting never meets an
/// old index.
public record Fingerprint(String hex) {
  public Fingerprint {
    if (!hex.matches("[0-9a-f]{16,64}")) {
      throw new IllegalArgumentException("Not a fingerprint: " + hex);
    }
  }

  @Override
  public String toString() {
    return hex;
  }
}
