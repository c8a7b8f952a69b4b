package outcrop.app.view.dock;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.javafx.FontIcon;

/// The tab of one view: icon, title that a double click edits, and a way to close it.
final class DockTab extends HBox {
  private static final javafx.css.PseudoClass FRONT =
      javafx.css.PseudoClass.getPseudoClass("front");
  private static final javafx.css.PseudoClass FOCUSED_VIEW =
      javafx.css.PseudoClass.getPseudoClass("focused-view");

  private static final double CRAMPED = 64;

  private final String viewId;
  private final Label title = new Label();
  private final FontIcon icon = new FontIcon("fth-square");
  private final Button closer = new Button(null, new FontIcon("fth-x"));
  private boolean front;
  private boolean cramped;

  DockTab(String viewId, Runnable select, Runnable close, String closeName) {
    super(6);
    this.viewId = viewId;
    getStyleClass().add("dock-tab");
    setAlignment(Pos.CENTER_LEFT);
    setAccessibleRole(AccessibleRole.TAB_ITEM);
    setFocusTraversable(true);
    setId("tab-" + viewId);
    title.setMinWidth(24);
    widthProperty()
        .subscribe(
            width -> {
              cramped = width.doubleValue() > 0 && width.doubleValue() < CRAMPED;
              showCloser();
            });
    HBox.setHgrow(title, Priority.ALWAYS);
    closer.getStyleClass().addAll("flat", "tab-close");
    closer.setFocusTraversable(false);
    closer.setAccessibleText(closeName);
    closer.setTooltip(new Tooltip(closeName));
    closer.setOnAction(_ -> close.run());
    getChildren().addAll(icon, title, closer);
    setOnMousePressed(
        event -> {
          if (event.getButton() == MouseButton.MIDDLE) {
            close.run();
          } else {
            select.run();
          }
        });
    setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
            select.run();
            event.consume();
          } else if (event.getCode() == KeyCode.DELETE) {
            close.run();
            event.consume();
          }
        });
  }

  String viewId() {
    return viewId;
  }

  void show(DockedView view, boolean front, boolean focused) {
    title.setText(view.title());
    icon.setIconLiteral("fth-" + view.icon());
    setAccessibleText(view.title());
    this.front = front;
    showCloser();
    pseudoClassStateChanged(FRONT, front);
    pseudoClassStateChanged(FOCUSED_VIEW, front && focused);
  }

  /// A tab without room for its title and the cross is closed by key, menu or middle button.
  private void showCloser() {
    boolean shown = front && !cramped;
    closer.setVisible(shown);
    closer.setManaged(shown);
  }

  /// Leaves out the icon where room is scarce.
  void setNarrow(boolean narrow) {
    icon.setVisible(!narrow);
    icon.setManaged(!narrow);
  }

  /// Lets the user write another title in place.
  void edit(Consumer<String> done) {
    TextField field = new TextField(title.getText());
    field.getStyleClass().add("title-field");
    field.setPrefWidth(Math.max(96, title.getWidth() + 24));
    int at = getChildren().indexOf(title);
    getChildren().set(at, field);
    Runnable end = () -> getChildren().set(at, title);
    field.setOnAction(
        _ -> {
          String text = field.getText();
          end.run();
          done.accept(text.strip());
        });
    field.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            end.run();
            event.consume();
          }
        });
    field
        .focusedProperty()
        .subscribe(
            focused -> {
              if (!focused && getChildren().contains(field)) {
                end.run();
              }
            });
    field.requestFocus();
    field.selectAll();
  }
}
