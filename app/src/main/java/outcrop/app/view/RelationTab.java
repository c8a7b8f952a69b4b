package outcrop.app.view;

import outcrop.analysis.query.FieldSlots;
import outcrop.analysis.query.ViewData.RelationData;
import outcrop.analysis.render.Target;
import outcrop.app.view.part.ChartActions.TextPart;
import outcrop.app.view.part.DrawingActions;
import outcrop.app.viewmodel.RelationViewModel;

/// A relation of several fields in a tab.
final class RelationTab extends DrawingTab {
  private final RelationViewModel model;

  RelationTab(Desk desk, RelationViewModel model) {
    super(desk, model);
    this.model = model;
    setActions(new Gestures());
  }

  @Override
  public String icon() {
    return switch (model.specProperty().get().shape()) {
      case HEAT_MAP -> "grid";
      case SCATTER -> "crosshair";
      case PARALLEL_SETS -> "shuffle";
      case TREEMAP -> "layout";
    };
  }

  private final class Gestures implements DrawingActions {
    @Override
    public boolean activate() {
      return model.activate();
    }

    @Override
    public void choose(Target target, boolean additive) {
      RelationData data = model.dataProperty().get();
      if (data != null && target instanceof Target.Item(int index)) {
        FieldSlots y = data.fields().get(1);
        model.toggle(new int[] {index / y.size(), index % y.size()}, additive);
      }
    }

    @Override
    public void clear() {
      model.clear();
    }

    @Override
    public void editText(TextPart part) {
      texts().edit(part);
    }
  }
}
