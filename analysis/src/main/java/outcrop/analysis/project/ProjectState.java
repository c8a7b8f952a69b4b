package outcrop.analysis.project;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import outcrop.analysis.dataset.Fingerprint;
import outcrop.analysis.io.ImportSpec;
import outcrop.analysis.selection.Selection;
import outcrop.analysis.spec.Extra;
import outcrop.analysis.spec.LayoutSpec;
import outcrop.analysis.spec.ViewSpec;

/// Everything about a project that can be undone, as one immutable value. The data itself is in the
/// cache that the fingerprint names.
///
/// @param name what the user calls the project
/// @param source how the data was read
/// @param fingerprint which imported data the state speaks of
/// @param views in the order of their making
/// @param lenses by field, how the inspector shows its values where the user chose that; the names
///   are those of `Lens`, and one that this version does not know is kept
/// @param extra keys that this version does not know
public record ProjectState(
    String name,
    ImportSpec source,
    Fingerprint fingerprint,
    List<ViewSpec> views,
    LayoutSpec layout,
    Selection selection,
    Map<String, String> lenses,
    @JsonAnySetter @JsonAnyGetter Map<String, Object> extra) {
  public ProjectState {
    views = List.copyOf(views);
    lenses = lenses == null ? Map.of() : Map.copyOf(lenses);
    extra = Extra.copy(extra);
  }

  public Optional<ViewSpec> view(String id) {
    return views.stream().filter(view -> view.id().equals(id)).findFirst();
  }

  /// An id of the form `prefix-N` that no view has.
  public String freeViewId(String prefix) {
    return Stream.iterate(1, n -> n + 1)
        .map(n -> prefix + "-" + n)
        .filter(id -> view(id).isEmpty())
        .findFirst()
        .orElseThrow();
  }

  public ProjectState withName(String value) {
    return new ProjectState(value, source, fingerprint, views, layout, selection, lenses, extra);
  }

  public ProjectState withSource(ImportSpec value, Fingerprint data) {
    return new ProjectState(name, value, data, views, layout, selection, lenses, extra);
  }

  public ProjectState withViews(List<ViewSpec> value, LayoutSpec arrangement) {
    return new ProjectState(
        name, source, fingerprint, value, arrangement, selection, lenses, extra);
  }

  public ProjectState withLayout(LayoutSpec value) {
    return withViews(views, value);
  }

  public ProjectState withSelection(Selection value) {
    return new ProjectState(name, source, fingerprint, views, layout, value, lenses, extra);
  }

  /// With a field shown otherwise in the inspector, as its values suggest where the lens is empty.
  public ProjectState withLens(String field, String lens) {
    Map<String, String> changed = new HashMap<>(lenses);
    if (lens.isEmpty()) {
      changed.remove(field);
    } else {
      changed.put(field, lens);
    }
    return new ProjectState(name, source, fingerprint, views, layout, selection, changed, extra);
  }

  @JsonIgnore
  public boolean isFiltered() {
    return selection.clauses().stream().anyMatch(clause -> clause.enabled());
  }
}
