package outcrop.analysis.spec;

import java.util.Map;

/// The saved description of a view: what it shows and how, never its data.
///
/// Known kinds are records of their own; a kind written by a newer version is an [UnknownSpec] that
/// is kept and written back as it was. `extra` holds keys that this version does not know.
public sealed interface ViewSpec
    permits TableSpec, ChartSpec, GallerySpec, ReaderSpec, CompareSpec, OverviewSpec, UnknownSpec {
  /// Unique in the project.
  String id();

  /// What the user called it; empty for a title made from the content.
  String title();

  /// The view under another title.
  ViewSpec withTitle(String value);

  Map<String, Object> extra();
}
