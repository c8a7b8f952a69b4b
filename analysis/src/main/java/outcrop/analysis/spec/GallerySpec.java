package outcrop.analysis.spec;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Map;
import outcrop.analysis.spec.TableSpec.SortKey;

/// Rows as a grid of cards: pictures where the dataset has some, else the beginnings of texts.
///
/// @param field the field that the cards show; empty for the first image, else for the main text
/// @param size the width of a card in pixels at scale 1, 64…512
/// @param captions the fields whose values stand below, in order
/// @param sort the order of the gallery's own, as in a [TableSpec]; empty for that of the first
///   table of the project
public record GallerySpec(
    String id,
    String title,
    String field,
    double size,
    List<String> captions,
    List<SortKey> sort,
    @JsonIgnore Map<String, Object> extra)
    implements ViewSpec {
  public static final double LEAST_SIZE = 64;
  public static final double GREATEST_SIZE = 512;

  public GallerySpec {
    size = Double.isNaN(size) ? 128 : Math.clamp(size, LEAST_SIZE, GREATEST_SIZE);
    captions = List.copyOf(captions);
    sort = List.copyOf(sort);
    extra = Extra.copy(extra);
  }

  public static GallerySpec of(String id) {
    return new GallerySpec(id, "", "", 128, List.of(), List.of(), Map.of());
  }

  @Override
  public GallerySpec withTitle(String value) {
    return new GallerySpec(id, value, field, size, captions, sort, extra);
  }

  public GallerySpec withField(String value) {
    return new GallerySpec(id, title, value, size, captions, sort, extra);
  }

  public GallerySpec withSize(double value) {
    return new GallerySpec(id, title, field, value, captions, sort, extra);
  }

  public GallerySpec withCaptions(List<String> value) {
    return new GallerySpec(id, title, field, size, value, sort, extra);
  }

  public GallerySpec withSort(List<SortKey> value) {
    return new GallerySpec(id, title, field, size, captions, value, extra);
  }
}
