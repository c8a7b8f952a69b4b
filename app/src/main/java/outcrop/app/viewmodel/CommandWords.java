package outcrop.app.viewmodel;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import outcrop.analysis.command.Command;
import outcrop.analysis.command.History;
import outcrop.analysis.curation.FieldTarget;
import outcrop.analysis.curation.Operation;
import outcrop.analysis.discovery.StructureEdit;
import outcrop.analysis.io.ImportSpec.FieldSpec;
import outcrop.analysis.project.ProjectState;
import outcrop.analysis.selection.SelectionClause;
import outcrop.analysis.spec.ChartSpec;
import outcrop.analysis.spec.ChartStyle;
import outcrop.analysis.spec.CompareSpec;
import outcrop.analysis.spec.DistributionSpec;
import outcrop.analysis.spec.GallerySpec;
import outcrop.analysis.spec.MapSpec;
import outcrop.analysis.spec.OverviewSpec;
import outcrop.analysis.spec.ReaderSpec;
import outcrop.analysis.spec.RelationSpec;
import outcrop.analysis.spec.ShapeTarget;
import outcrop.analysis.spec.ShapedSpec;
import outcrop.analysis.spec.TableSpec;
import outcrop.analysis.spec.TailSpec;
import outcrop.analysis.spec.TargetSpec;
import outcrop.analysis.spec.ViewSpec;
import outcrop.app.language.ClauseWords;

/// Says the steps of a history in the user's words.
public final class CommandWords {
  private final Words words;

  public CommandWords(Words words) {
    this.words = words;
  }

  /// One line per step, oldest first.
  public List<String> of(History history) {
    List<String> lines = new ArrayList<>();
    ProjectState before = history.base();
    for (History.Step step : history.steps()) {
      lines.add(of(step.command(), before));
      before = step.state();
    }
    return lines;
  }

  /// What a command does to a state.
  public String of(Command command, ProjectState before) {
    return switch (command) {
      case Command.SetClause set -> clause(set.clause(), before);
      case Command.RemoveClause remove ->
          before
              .selection()
              .find(remove.clauseId())
              .map(clause -> words.of("step.removeClause", said(clause, before)))
              .orElse(words.of("step.removeSomeClause"));
      case Command.ClearClauses _ -> words.of("step.clearClauses");
      case Command.AddView add -> words.of("step.addView", title(add.view()));
      case Command.CloseView close ->
          words.of(
              "step.closeView",
              before.view(close.viewId()).map(this::title).orElse(close.viewId()));
      case Command.EditView edit -> edited(edit.view(), before.view(edit.view().id()));
      case Command.Arrange _ -> words.of("step.arrange");
      case Command.SetRole role ->
          words.of("step.setRole", role.field(), words.of("role." + role.role().name()));
      case Command.SetLens lens ->
          lens.lens().isEmpty()
              ? words.of("step.resetLens", lens.field())
              : words.of("step.setLens", lens.field(), lensName(lens.lens()));
      case Command.SetDisplay display ->
          words.of("step.setDisplay." + display.what(), display.field());
      case Command.SetDerived set -> words.of("step.setDerived", set.field().name());
      case Command.RemoveDerived remove -> words.of("step.removeDerived", remove.name());
      case Command.AddOperation add -> added(add.operation());
      case Command.ReplaceOperation replace -> replaced(replace.operation(), before);
      case Command.RemoveOperation remove ->
          words.of(
              "step.removeOperation",
              before.recipe().find(remove.operationId()).map(Operation::output).orElse(""));
      case Command.AddToReport add -> words.of("step.addToReport", title(add.item().view()));
      case Command.EditReportItem edit ->
          words.of("step.editReportItem", title(edit.item().view()));
      case Command.RemoveFromReport remove ->
          words.of("step.removeFromReport", reported(before, remove.itemId()));
      case Command.MoveReportItem move ->
          words.of("step.moveReportItem", reported(before, move.itemId()));
      case Command.SetStructure set -> words.of("step.setStructure", set.structure().name());
      case Command.EditStructure edit -> edited(edit);
      case Command.RemoveStructure remove -> words.of("step.removeStructure", remove.structure());
      case Command.Agree agree -> words.of("step.agree", agree.consent().origin());
      case Command.Withdraw withdraw -> words.of("step.withdraw", withdraw.origin());
      case Command.Rename rename -> words.of("step.rename", rename.name());
      case Command.ReplaceData _ -> words.of("step.replaceData");
      case Command.Together together -> together(together.commands(), before);
    };
  }

  private String edited(Command.EditStructure step) {
    return switch (step.edit()) {
      case StructureEdit.RenameDimension e ->
          words.of("step.structure.rename", e.dimension(), e.name());
      case StructureEdit.RenameAttribute e ->
          words.of("step.structure.rename", e.attribute(), e.name());
      case StructureEdit.Merge e ->
          words.of("step.structure.merge", String.join(", ", e.attributes()), e.name());
      case StructureEdit.Split e -> words.of("step.structure.split", e.attribute(), e.name());
      case StructureEdit.MoveDimension e -> words.of("step.structure.move", e.dimension());
      case StructureEdit.MoveAttribute e -> words.of("step.structure.move", e.attribute());
      case StructureEdit.AddDimension e -> words.of("step.structure.add", e.dimension().label());
      case StructureEdit.AddAttribute e -> words.of("step.structure.add", e.attribute().name());
      case StructureEdit.RemoveDimension e -> words.of("step.structure.remove", e.dimension());
      case StructureEdit.RemoveAttribute e -> words.of("step.structure.remove", e.attribute());
      case StructureEdit.Reassign e ->
          words.of(
              e.attribute().isEmpty() ? "step.structure.unassign" : "step.structure.reassign",
              e.rows().size(),
              e.attribute());
    };
  }

  private String added(Operation operation) {
    String fields =
        operation.shaping().targets().stream()
            .map(FieldTarget::field)
            .reduce((first, second) -> words.of("shape.andField", first, second))
            .orElseThrow();
    return words.of("step.addOperation." + operation.mode(), fields, operation.output());
  }

  private String replaced(Operation operation, ProjectState before) {
    boolean switched =
        before.recipe().find(operation.id()).stream()
            .anyMatch(old -> old.enabled() != operation.enabled());
    String key =
        !switched
            ? "step.replaceOperation"
            : operation.enabled() ? "step.enableOperation" : "step.disableOperation";
    return words.of(key, operation.output());
  }

  private String reported(ProjectState state, String itemId) {
    return state.report().stream()
        .filter(item -> item.id().equals(itemId))
        .findFirst()
        .map(item -> title(item.view()))
        .orElse(itemId);
  }

  private String lensName(String lens) {
    String key = "lens." + lens;
    return words.has(key) ? words.of(key) : lens;
  }

  /// The parts that change something; where a view goes is no news of its own when it is opened.
  private String together(List<Command> parts, ProjectState before) {
    boolean opens = parts.stream().anyMatch(Command.AddView.class::isInstance);
    List<String> said = new ArrayList<>();
    ProjectState now = before;
    for (Command part : parts) {
      ProjectState after = part.apply(now);
      if (!after.equals(now) && !(opens && part instanceof Command.Arrange)) {
        said.add(of(part, now));
      }
      now = after;
    }
    return said.stream()
        .reduce((first, second) -> words.of("step.together", first, second))
        .orElse(words.of("step.arrange"));
  }

  private String said(SelectionClause clause, ProjectState state) {
    return new ClauseWords(words, name -> state.source().field(name).map(FieldSpec::field))
        .of(clause);
  }

  private String clause(SelectionClause clause, ProjectState before) {
    Optional<SelectionClause> old = before.selection().find(clause.id());
    String label = said(clause, before);
    if (old.isPresent() && old.get().predicate().equals(clause.predicate())) {
      if (old.get().enabled() != clause.enabled()) {
        return words.of(clause.enabled() ? "step.enableClause" : "step.disableClause", label);
      }
      return words.of("step.invertClause", label);
    }
    return words.of("step.setClause", label);
  }

  private String edited(ViewSpec view, Optional<ViewSpec> old) {
    Optional<String> target =
        view instanceof ShapedSpec now && old.orElse(null) instanceof ShapedSpec was
            ? shaped(now, was)
            : Optional.empty();
    if (target.isPresent()) {
      return target.get();
    }
    String what = "step.edit.view";
    if (old.isPresent()) {
      if (!old.get().title().equals(view.title())) {
        what = "step.edit.title";
      } else if (view instanceof TableSpec now && old.get() instanceof TableSpec was) {
        what = now.sort().equals(was.sort()) ? "step.edit.columns" : "step.edit.sort";
      } else if (view instanceof DistributionSpec now
          && old.get() instanceof DistributionSpec was) {
        what = edited(now, was);
      } else if (view instanceof TailSpec now && old.get() instanceof TailSpec was) {
        what = edited(now, was);
      } else if (view instanceof RelationSpec now && old.get() instanceof RelationSpec was) {
        what = edited(now, was);
      } else if (view instanceof MapSpec now && old.get() instanceof MapSpec was) {
        what = edited(now, was);
      } else if (view instanceof ChartSpec now
          && old.get() instanceof ChartSpec was
          && !now.style().equals(was.style())) {
        what = edited(now.style(), was.style());
      } else if (view instanceof GallerySpec now && old.get() instanceof GallerySpec was) {
        what = edited(now, was);
      } else if (view instanceof OverviewSpec now && old.get() instanceof OverviewSpec was) {
        what = edited(now, was);
      } else if (view instanceof CompareSpec now && old.get() instanceof CompareSpec was) {
        what = now.rows().equals(was.rows()) ? "step.edit.view" : "step.edit.rows";
      }
    }
    return words.of(what, title(view));
  }

  /// A step of shaping by what is wanted now; empty where the target is as it was.
  private Optional<String> shaped(ShapedSpec now, ShapedSpec was) {
    TargetSpec target = now.target();
    TargetSpec before = was.target();
    if (Objects.equals(target, before)) {
      return Optional.empty();
    }
    if (target == null) {
      return Optional.of(words.of("step.target.none", title(now)));
    }
    if (before != null && target.mode() != before.mode()) {
      String mode = words.of("shape.mode." + target.mode());
      return Optional.of(words.of("step.target.mode", title(now), mode));
    }
    if (before != null && target.target().equals(before.target())) {
      return Optional.of(words.of("step.target.settings", title(now)));
    }
    return Optional.of(
        switch (target.target()) {
          case ShapeTarget.Cap(long rows) -> words.of("step.target.cap", title(now), rows);
          case ShapeTarget.Rows(var rows) when rows.isEmpty() ->
              words.of("step.target.start", title(now));
          case ShapeTarget.Rows(var rows) -> words.of("step.target.rows", title(now), rows.size());
          case ShapeTarget.Temperature(double tau) ->
              words.of("step.target.temperature", title(now), tau);
          case ShapeTarget.Uniform _ -> words.of("step.target.uniform", title(now));
          case ShapeTarget.Shares _ -> words.of("step.target.shares", title(now));
          case ShapeTarget.Like(var query, _) -> words.of("step.target.like", title(now), query);
        });
  }

  private static String edited(DistributionSpec now, DistributionSpec was) {
    if (!now.field().equals(was.field())) {
      return "step.edit.field";
    }
    if (!now.by().equals(was.by())) {
      return "step.edit.by";
    }
    if (!now.bins().equals(was.bins())) {
      if (!now.bins().edges().equals(was.bins().edges())) {
        return "step.edit.edges";
      }
      boolean sameOrder =
          now.bins().order() == was.bins().order() && now.bins().own().equals(was.bins().own());
      return sameOrder ? "step.edit.bins" : "step.edit.order";
    }
    if (!now.axes().equals(was.axes())) {
      return now.axes().grouping() == was.axes().grouping()
          ? "step.edit.scale"
          : "step.edit.grouping";
    }
    return edited(now.style(), was.style());
  }

  /// The part of a style that changed, the same for every kind of chart.
  private static String edited(ChartStyle now, ChartStyle was) {
    if (!now.subtitle().equals(was.subtitle())) {
      return "step.edit.subtitle";
    }
    if (!now.colours().equals(was.colours())) {
      return "step.edit.colours";
    }
    if (!now.lines().equals(was.lines())) {
      return "step.edit.lines";
    }
    if (!now.bands().equals(was.bands())) {
      return "step.edit.bands";
    }
    if (!now.notes().equals(was.notes())) {
      return "step.edit.notes";
    }
    if (!now.x().equals(was.x()) || !now.y().equals(was.y())) {
      return "step.edit.axes";
    }
    boolean sameLegend = now.legend() == was.legend() && now.look().legend() == was.look().legend();
    if (!sameLegend) {
      return "step.edit.legend";
    }
    if (now.look().colours() != was.look().colours()) {
      return "step.edit.palette";
    }
    return now.size().equals(was.size()) ? "step.edit.style" : "step.edit.exportSize";
  }

  private static String edited(OverviewSpec now, OverviewSpec was) {
    if (now.order() != was.order()) {
      return "step.edit.sort";
    }
    if (!now.hidden().equals(was.hidden())) {
      return "step.edit.shownFields";
    }
    return now.filter().equals(was.filter()) ? "step.edit.view" : "step.edit.search";
  }

  private static String edited(TailSpec now, TailSpec was) {
    if (!now.field().equals(was.field()) || now.counted() != was.counted()) {
      return "step.edit.field";
    }
    if (!now.bands().equals(was.bands())) {
      return "step.edit.bands";
    }
    if (now.shape() != was.shape()) {
      return "step.edit.shape";
    }
    if (!now.facet().equals(was.facet())) {
      return "step.edit.facet";
    }
    if (!now.fit().equals(was.fit())) {
      return "step.edit.fit";
    }
    if (!now.beside().equals(was.beside())) {
      return "step.edit.beside";
    }
    return now.look().equals(was.look()) ? edited(now.style(), was.style()) : "step.edit.look";
  }

  private static String edited(RelationSpec now, RelationSpec was) {
    if (!now.crossed().equals(was.crossed())) {
      return "step.edit.field";
    }
    if (now.shape() != was.shape()) {
      return "step.edit.shape";
    }
    if (!now.facet().equals(was.facet())) {
      return "step.edit.facet";
    }
    if (!now.bins().equals(was.bins())) {
      return now.bins().order() == was.bins().order() ? "step.edit.bins" : "step.edit.order";
    }
    if (!now.axes().equals(was.axes())) {
      return now.axes().measure() == was.axes().measure() ? "step.edit.scale" : "step.edit.measure";
    }
    return now.colour().equals(was.colour())
        ? edited(now.style(), was.style())
        : "step.edit.colours";
  }

  private static String edited(MapSpec now, MapSpec was) {
    if (!now.x().equals(was.x()) || !now.y().equals(was.y())) {
      return "step.edit.field";
    }
    if (!now.colour().equals(was.colour()) || now.scale() != was.scale()) {
      return "step.edit.colours";
    }
    if (!now.shown().equals(was.shown())) {
      return "step.edit.shown";
    }
    if (!now.labels().equals(was.labels())) {
      return "step.edit.labels";
    }
    if (!now.layers().equals(was.layers()) || !now.dots().equals(was.dots())) {
      return "step.edit.look";
    }
    return now.window().equals(was.window())
        ? edited(now.style(), was.style())
        : "step.edit.window";
  }

  private static String edited(GallerySpec now, GallerySpec was) {
    if (!now.captions().equals(was.captions())) {
      return "step.edit.captions";
    }
    if (!now.sort().equals(was.sort())) {
      return "step.edit.sort";
    }
    return now.size() == was.size() ? "step.edit.field" : "step.edit.size";
  }

  /// What a view is called: its own title, or one made from what it shows.
  public String title(ViewSpec view) {
    if (!view.title().isEmpty()) {
      return view.title();
    }
    return switch (view) {
      case TableSpec _ -> words.of("view.table");
      case DistributionSpec distribution ->
          distribution.by().isEmpty()
              ? distribution.field()
              : words.of("view.fieldBy", distribution.field(), distribution.by());
      case TailSpec tail -> words.of("view.tail", tail.field());
      case RelationSpec relation ->
          relation.crossed().stream()
              .reduce((first, second) -> words.of("view.fieldTimes", first, second))
              .orElse("");
      case MapSpec map -> words.of("view.map", map.x(), map.y());
      case GallerySpec _ -> words.of("view.gallery");
      case ReaderSpec _ -> words.of("view.reader");
      case CompareSpec _ -> words.of("view.compare");
      case OverviewSpec _ -> words.of("view.overview");
      case outcrop.analysis.spec.UnknownSpec unknown -> unknown.type();
    };
  }
}
