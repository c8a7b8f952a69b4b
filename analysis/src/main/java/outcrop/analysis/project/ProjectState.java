package outcrop.analysis.project;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import outcrop.analysis.curation.Operation;
import outcrop.analysis.curation.Recipe;
import outcrop.analysis.dataset.Fingerprint;
import outcrop.analysis.derive.Derivation;
import outcrop.analysis.derive.DerivedField;
import outcrop.analysis.discovery.Dimension;
import outcrop.analysis.discovery.SubpopulationStructure;
import outcrop.analysis.endpoint.Consent;
import outcrop.analysis.io.ImportSpec;
import outcrop.analysis.selection.Selection;
import outcrop.analysis.spec.Extra;
import outcrop.analysis.spec.FieldDisplay;
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
/// @param derived fields computed from others, shown after those of the sources
/// @param recipe operations on the dataset; the field of each is shown after the derived ones
/// @param report views that were collected for a report, in its order
/// @param displays by field, under which names, in which order and in which colours its values are
///   shown in charts
/// @param structures of subpopulations, each dimension of which is shown as a field
/// @param consents servers that rows may be sent to
/// @param extra keys that this version does not know
public record ProjectState(
    String name,
    ImportSpec source,
    Fingerprint fingerprint,
    List<ViewSpec> views,
    LayoutSpec layout,
    Selection selection,
    Map<String, String> lenses,
    List<DerivedField> derived,
    Recipe recipe,
    List<ReportItem> report,
    Map<String, FieldDisplay> displays,
    List<SubpopulationStructure> structures,
    List<Consent> consents,
    @JsonAnySetter @JsonAnyGetter Map<String, Object> extra) {
  public ProjectState {
    views = List.copyOf(views);
    lenses = lenses == null ? Map.of() : Map.copyOf(lenses);
    derived = derived == null ? List.of() : List.copyOf(derived);
    recipe = recipe == null ? Recipe.EMPTY : recipe;
    report = report == null ? List.of() : List.copyOf(report);
    displays = displays == null ? Map.of() : Map.copyOf(displays);
    structures = structures == null ? List.of() : List.copyOf(structures);
    consents = consents == null ? List.of() : List.copyOf(consents);
    extra = Extra.copy(extra);
  }

  /// A project of which nothing but its views was chosen yet.
  public static ProjectState of(
      String name,
      ImportSpec source,
      Fingerprint fingerprint,
      List<ViewSpec> views,
      LayoutSpec layout) {
    return new ProjectState(
        name,
        source,
        fingerprint,
        views,
        layout,
        Selection.EMPTY,
        Map.of(),
        List.of(),
        Recipe.EMPTY,
        List.of(),
        Map.of(),
        List.of(),
        List.of(),
        Map.of());
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
    return changed(draft -> draft.name = value);
  }

  public ProjectState withSource(ImportSpec value, Fingerprint data) {
    return changed(
        draft -> {
          draft.source = value;
          draft.fingerprint = data;
        });
  }

  public ProjectState withViews(List<ViewSpec> value, LayoutSpec arrangement) {
    return changed(
        draft -> {
          draft.views = value;
          draft.layout = arrangement;
        });
  }

  public ProjectState withLayout(LayoutSpec value) {
    return changed(draft -> draft.layout = value);
  }

  public ProjectState withSelection(Selection value) {
    return changed(draft -> draft.selection = value);
  }

  /// With a field shown otherwise in the inspector, as its values suggest where the lens is empty.
  public ProjectState withLens(String field, String lens) {
    Map<String, String> all = new HashMap<>(lenses);
    if (lens.isEmpty()) {
      all.remove(field);
    } else {
      all.put(field, lens);
    }
    return changed(draft -> draft.lenses = all);
  }

  public ProjectState withDerived(List<DerivedField> value) {
    return changed(draft -> draft.derived = value);
  }

  /// How the values of a field are shown.
  public FieldDisplay display(String field) {
    return displays.getOrDefault(field, FieldDisplay.NONE);
  }

  /// With the values of a field shown in another way.
  public ProjectState withDisplay(String field, FieldDisplay display) {
    Map<String, FieldDisplay> all = new HashMap<>(displays);
    if (display.equals(FieldDisplay.NONE)) {
      all.remove(field);
    } else {
      all.put(field, display);
    }
    return changed(draft -> draft.displays = all);
  }

  public Optional<SubpopulationStructure> structure(String wanted) {
    return structures.stream().filter(one -> one.name().equals(wanted)).findFirst();
  }

  /// With a structure in the place of the one of its name, or behind the others.
  public ProjectState withStructure(SubpopulationStructure value) {
    List<SubpopulationStructure> all = new ArrayList<>(structures);
    all.replaceAll(old -> old.name().equals(value.name()) ? value : old);
    if (!all.contains(value)) {
      all.add(value);
    }
    return changed(draft -> draft.structures = all);
  }

  public ProjectState withoutStructure(String structure) {
    return changed(
        draft ->
            draft.structures =
                structures.stream().filter(one -> !one.name().equals(structure)).toList());
  }

  public ProjectState withConsents(List<Consent> value) {
    return changed(draft -> draft.consents = value);
  }

  public ProjectState withRecipe(Recipe value) {
    return changed(draft -> draft.recipe = value);
  }

  public ProjectState withReport(List<ReportItem> value) {
    return changed(draft -> draft.report = value);
  }

  /// An id that no item of the report has.
  public String freeReportId() {
    return Stream.iterate(1, n -> n + 1)
        .map(n -> "item-" + n)
        .filter(id -> report.stream().noneMatch(item -> item.id().equals(id)))
        .findFirst()
        .orElseThrow();
  }

  /// Every field that is computed from others: the derived ones, then those of the operations that
  /// are switched on, then those of the structures.
  public List<DerivedField> computed() {
    List<DerivedField> fields = new ArrayList<>(derived);
    recipe.operations().stream()
        .filter(Operation::enabled)
        .map(operation -> new DerivedField(operation.output(), new Derivation.Shaped(operation)))
        .forEach(fields::add);
    structures.forEach(structure -> fields.addAll(fields(structure)));
    return fields;
  }

  /// The fields of a structure: of each dimension its attributes and, where wanted, how sure they
  /// are.
  public static List<DerivedField> fields(SubpopulationStructure structure) {
    List<DerivedField> fields = new ArrayList<>();
    for (Dimension dimension : structure.dimensions()) {
      fields.add(
          new DerivedField(
              structure.field(dimension),
              new Derivation.Subpopulation(dimension, Derivation.Part.ATTRIBUTE)));
      if (structure.confidences()) {
        fields.add(
            new DerivedField(
                structure.confidenceField(dimension),
                new Derivation.Subpopulation(dimension, Derivation.Part.CONFIDENCE)));
      }
    }
    return fields;
  }

  private ProjectState changed(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return draft.state();
  }

  /// A state in the making: spares each change the naming of all that stays.
  private static final class Draft {
    private String name;
    private ImportSpec source;
    private Fingerprint fingerprint;
    private List<ViewSpec> views;
    private LayoutSpec layout;
    private Selection selection;
    private Map<String, String> lenses;
    private List<DerivedField> derived;
    private Recipe recipe;
    private List<ReportItem> report;
    private Map<String, FieldDisplay> displays;
    private List<SubpopulationStructure> structures;
    private List<Consent> consents;
    private final Map<String, Object> extra;

    Draft(ProjectState from) {
      name = from.name;
      source = from.source;
      fingerprint = from.fingerprint;
      views = from.views;
      layout = from.layout;
      selection = from.selection;
      lenses = from.lenses;
      derived = from.derived;
      recipe = from.recipe;
      report = from.report;
      displays = from.displays;
      structures = from.structures;
      consents = from.consents;
      extra = from.extra;
    }

    ProjectState state() {
      return new ProjectState(
          name,
          source,
          fingerprint,
          views,
          layout,
          selection,
          lenses,
          derived,
          recipe,
          report,
          displays,
          structures,
          consents,
          extra);
    }
  }

  @JsonIgnore
  public boolean isFiltered() {
    return selection.clauses().stream().anyMatch(clause -> clause.enabled());
  }
}
