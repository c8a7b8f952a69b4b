package outcrop.app.view;

import java.util.function.Consumer;
import outcrop.analysis.query.ViewData.DistributionData;
import outcrop.app.view.part.BinRange;
import outcrop.app.view.part.ChartActions;
import outcrop.app.viewmodel.DistributionViewModel;

/// Brings what a user does to a chart to its model.
///
/// @param edit told a text that was double-clicked
/// @param others shows the values that stand together as the others
record ChartGestures(DistributionViewModel model, Consumer<TextPart> edit, Runnable others)
    implements ChartActions {
  @Override
  public boolean activate() {
    return model.activate();
  }

  @Override
  public void brushPreview(BinRange range) {
    model.preview(range.lo(), range.hi(), range.closed());
  }

  @Override
  public void brush(BinRange range) {
    model.brush(range.lo(), range.hi(), range.closed());
  }

  @Override
  public void toggleValue(String value, boolean additive) {
    model.toggleValue(value, additive);
  }

  @Override
  public void toggleMissing(boolean additive) {
    model.toggleMissing(additive);
  }

  @Override
  public void toggleGroup(String group, boolean additive) {
    if (group.equals(DistributionData.OTHER_GROUPS)) {
      others.run();
    } else {
      model.toggleGroup(group, additive);
    }
  }

  @Override
  public void clear() {
    model.endPreview();
    model.clear();
  }

  @Override
  public void moveBar(int from, int to) {
    model.moveBar(from, to);
  }

  @Override
  public void moveEdge(int index, double value, double grain) {
    model.moveEdge(index, value, grain);
  }

  @Override
  public void editText(TextPart part) {
    edit.accept(part);
  }
}
