package outcrop.analysis.image;

import java.io.ByteArrayInputStream;
import java.util.Base64;
import java.util.Locale;

/// Images written into a cell as `data:image/png;base64,…`.
public final class DataUri {
  private static final String START = "data:";
  private static final String BASE64 = ";base64";
  private static final int SHOWN = 24;

  private DataUri() {}

  /// Whether a text is written like that.
  public static boolean isOne(String text) {
    return text.regionMatches(true, 0, START, 0, START.length()) && text.indexOf(',') > 0;
  }

  /// The image in the text; one that cannot be had where the text is written in another way than
  /// base64.
  public static ImageSource image(String text) {
    int comma = text.indexOf(',');
    String head = text.substring(0, comma).toLowerCase(Locale.ROOT);
    String name = text.substring(0, Math.min(comma, SHOWN)) + '…';
    if (!head.endsWith(BASE64)) {
      return new ImageSource.Unavailable(
          name, name + " is not written in base64; write it so or as a file.");
    }
    long size = (text.length() - comma) / 4L * 3;
    return new ImageSource.OfBytes(
        name,
        size,
        () -> new ByteArrayInputStream(Base64.getMimeDecoder().decode(text.substring(comma + 1))));
  }
}
