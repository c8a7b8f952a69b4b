package outcrop.analysis.spec;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Map;

/// One row's long text to be read, in the order of the first table of the project.
///
/// @param field the text; empty for the main text
/// @param textSize in pixels at scale 1, 12…32
/// @param beside whether the other fields stand beside the text
public record ReaderSpec(
    String id,
    String title,
    String field,
    double textSize,
    boolean beside,
    @JsonIgnore Map<String, Object> extra)
    implements ViewSpec {
  public static final double LEAST_SIZE = 12;
  public static final double GREATEST_SIZE = 32;

  public ReaderSpec {
    textSize = Double.isNaN(textSize) ? 16 : Math.clamp(textSize, LEAST_SIZE, GREATEST_SIZE);
    extra = Extra.copy(extra);
  }

  public static ReaderSpec of(String id) {
    return new ReaderSpec(id, "", "", 16, true, Map.of());
  }

  @Override
  public ReaderSpec withTitle(String value) {
    return new ReaderSpec(id, value, field, textSize, beside, extra);
  }

  public ReaderSpec withField(String value) {
    return new ReaderSpec(id, title, value, textSize, beside, extra);
  }

  public ReaderSpec withTextSize(double value) {
    return new ReaderSpec(id, title, field, value, beside, extra);
  }

  public ReaderSpec withBeside(boolean value) {
    return new ReaderSpec(id, title, field, textSize, value, extra);
  }
}
