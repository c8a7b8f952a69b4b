package outcrop.app.view;

import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import outcrop.app.view.dock.DockedView;
import outcrop.app.viewmodel.CommandWords;
import outcrop.app.viewmodel.UnknownViewModel;
import outcrop.app.viewmodel.Words;

/// Stands for a view that this version cannot show.
final class UnknownTab implements DockedView {
  private final CommandWords commands;
  private final UnknownViewModel model;
  private final StackPane pane;

  UnknownTab(Words words, UnknownViewModel model) {
    this.commands = new CommandWords(words);
    this.model = model;
    this.pane =
        new StackPane(
            TableTab.placeholder(words.of("view.unknown", model.specProperty().get().type())));
  }

  @Override
  public Region node() {
    return pane;
  }

  @Override
  public String title() {
    return commands.title(model.specProperty().get());
  }

  @Override
  public String icon() {
    return "help-circle";
  }

  @Override
  public void focus() {
    pane.requestFocus();
  }
}
