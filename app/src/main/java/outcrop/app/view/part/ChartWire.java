package outcrop.app.view.part;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.control.MenuItem;
import outcrop.analysis.render.Target;

/// To whom a chart tells what its user does.
final class ChartWire {
  ChartActions actions = ChartActions.NONE;
  MarkActions marks = MarkActions.NONE;
  Function<Optional<Target>, List<MenuItem>> menu = target -> List.of();
}
