package outcrop.app.view;

import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import outcrop.analysis.workspace.ImportChange;
import outcrop.app.viewmodel.Words;

/// What reading the sources again did to the rows.
final class ChangeView extends VBox {
  ChangeView(Desk desk, ImportChange change) {
    super(16);
    Words words = desk.words();
    getStyleClass().add("report");
    setPrefWidth(600);
    boolean none = change.added() + change.changed() + change.removed() == 0;
    HBox figures =
        new HBox(
            40,
            figure(words.count(change.added()), words.of("reread.added")),
            figure(words.count(change.changed()), words.of("reread.changed")),
            figure(words.count(change.removed()), words.of("reread.removed")),
            figure(words.count(change.unchanged()), words.of("reread.unchanged")));
    getChildren()
        .addAll(
            Nodes.row(
                8,
                Nodes.label(words.of("reread.title"), "screen-title"),
                Nodes.spacer(),
                Nodes.iconButton("x", words.of("action.close"), () -> desk.overlays().close(this))),
            figures,
            Nodes.wrapped(words.of(none ? "reread.none" : "reread.kept"), "muted"));
  }

  private static VBox figure(String number, String name) {
    return Nodes.column(0, Nodes.label(number, "figure"), Nodes.label(name, "muted"));
  }
}
