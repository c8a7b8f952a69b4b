package outcrop.app.view;

import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.layout.BorderPane;
import outcrop.analysis.overview.FieldAssociations;
import outcrop.analysis.overview.FieldAssociations.Pair;
import outcrop.analysis.render.AssociationLayout;
import outcrop.analysis.render.AssociationWords;
import outcrop.analysis.render.ChartWords;
import outcrop.analysis.render.Target;
import outcrop.app.view.part.DrawingActions;
import outcrop.app.view.part.DrawingPane;
import outcrop.app.viewmodel.OverviewViewModel;
import outcrop.app.viewmodel.Words;

/// How the fields hang together; a click on a pair opens both fields in one chart.
final class AssociationPane extends BorderPane {
  private final Desk desk;
  private final Words words;
  private final OverviewViewModel model;
  private final AssociationWords said;
  private final ChartWords chartWords;
  private final DrawingPane drawing;
  private final Button more;

  AssociationPane(Desk desk, OverviewViewModel model) {
    this.desk = desk;
    this.words = desk.words();
    this.model = model;
    this.said = words(words);
    this.chartWords = ChartLanguage.of(words);
    this.drawing = new DrawingPane(words::pattern);
    this.more = Nodes.button("", model::compareMore, "flat");
    getStyleClass().add("association-pane");
    setMinSize(0, 0);
    setCenter(drawing);
    setBottom(more);
    drawing.setActions(
        new DrawingActions() {
          @Override
          public void choose(Target target, boolean additive) {
            open(target);
          }
        });
    drawing.showMessage(words.of("overview.comparing"));
    model.associationsProperty().subscribe(_ -> show());
    desk.dark().subscribe(_ -> show());
  }

  private static AssociationWords words(Words words) {
    return new AssociationWords(
        words.pattern("pairs.title"),
        words.pattern("pairs.allRows"),
        words.pattern("pairs.sampled"),
        words.pattern("pairs.someFields"),
        words.pattern("pairs.strongest"),
        words.pattern("pairs.pair"),
        words.pattern("pairs.spearman"),
        words.pattern("pairs.cramersV"),
        words.pattern("pairs.correlationRatio"),
        words.pattern("pairs.value"),
        words.pattern("pairs.interval"),
        words.pattern("pairs.rows"),
        words.pattern("pairs.chance"),
        words.pattern("pairs.weak"),
        words.pattern("pairs.nothing"),
        words.pattern("pairs.tooFew"),
        words.pattern("pairs.signed"),
        words.pattern("pairs.unsigned"));
  }

  private void show() {
    FieldAssociations found = model.associationsProperty().get();
    int left = model.notCompared();
    more.setVisible(left > 0);
    more.setManaged(left > 0);
    if (found != null) {
      more.setText(words.of("overview.compareMore", model.comparable()));
      drawing.setPicture(
          (width, height, options) ->
              AssociationLayout.layout(
                  found, width, height, desk.theme(), options.withWords(chartWords), said));
    }
  }

  private void open(Target target) {
    Optional<Pair> pair =
        drawing.drawing().flatMap(shown -> AssociationLayout.pairAt(shown, target));
    pair.ifPresent(both -> model.openPair(both.a(), both.b()));
  }
}
