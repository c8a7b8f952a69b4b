package outcrop.app.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

class EditorRowsTest {
  private final List<String> chosen = new ArrayList<>();

  @Test
  void oneOfManyFieldsIsFoundByTyping() throws Exception {
    FxToolkit.registerPrimaryStage();
    List<String> fields = IntStream.range(0, 5_000).mapToObj(i -> "field " + i).toList();
    ComboBox<String> box =
        WaitForAsyncUtils.asyncFx(
                () -> {
                  EditorRows rows = new EditorRows();
                  ComboBox<String> made =
                      rows.search(
                          "Field",
                          fields,
                          Function.identity(),
                          () -> chosen.isEmpty() ? "field 7" : chosen.getLast(),
                          chosen::add);
                  rows.refresh();
                  Stage stage = new Stage();
                  stage.setScene(new Scene(rows, 320, 400));
                  stage.show();
                  made.show();
                  return made;
                })
            .get();
    WaitForAsyncUtils.waitForFxEvents();
    assertEquals(List.of(), chosen, "Showing a value chooses nothing.");
    TextField search = (TextField) found(box, ".text-field");
    WaitForAsyncUtils.asyncFx(() -> search.setText("4321")).get();
    WaitForAsyncUtils.waitForFxEvents();
    ComboBox<?> inner = (ComboBox<?>) found(box, ".combo-box");
    assertTrue(inner.getItems().size() < 5, "The list is narrowed: " + inner.getItems().size());
    WaitForAsyncUtils.asyncFx(
            () ->
                search.fireEvent(
                    new KeyEvent(
                        KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false)))
        .get();
    WaitForAsyncUtils.waitForFxEvents();
    assertEquals(List.of("field 4321"), chosen, "The field is chosen once.");
    WaitForAsyncUtils.asyncFx(() -> box.getScene().getWindow().hide()).get();
  }

  private static Node found(ComboBox<?> box, String selector) {
    for (Node node : box.lookupAll(selector)) {
      if (node != box && !(node instanceof ListView)) {
        return node;
      }
    }
    throw new AssertionError("There is no " + selector + " in the box.");
  }
}
