package outcrop.analysis.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import outcrop.analysis.task.TaskContext;

class ImageRootsTest {
  @TempDir Path disk;
  private Path folder;
  private ImageRoots roots;

  @BeforeEach
  void aFolderWithOneImage() throws IOException {
    folder = Files.createDirectories(disk.resolve("set"));
    Files.createDirectories(folder.resolve("train"));
    Files.write(folder.resolve("train/a b.png"), Pictures.png(4, 4));
    Files.write(disk.resolve("secret.png"), Pictures.png(4, 4));
    roots = new ImageRoots(List.of(folder));
  }

  private String sentence(String text) {
    return assertInstanceOf(ImageSource.Unavailable.class, roots.find(text), text).sentence();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"train/a b.png", "./train/a b.png", "train\\a b.png", "x/../train/a b.png"})
  void pathsInsideTheFolderAreFollowed(String text) {
    assertEquals(new ImageSource.OfFile(folder.resolve("train/a b.png")), roots.find(text));
  }

  @Test
  void anAbsolutePathInsideTheFolderIsFollowed() {
    Path file = folder.resolve("train/a b.png");
    assertEquals(new ImageSource.OfFile(file), roots.find(file.toString()));
  }

  @Test
  void pathsThatLeadOutAreNotFollowed() {
    for (String text : List.of("../secret.png", "train/../../secret.png", "/etc/passwd")) {
      assertEquals(
          text
              + " leads out of "
              + folder
              + " and is not followed; choose a folder that holds both.",
          sentence(text));
    }
  }

  @Test
  void aLinkThatLeadsOutIsNotFollowed() throws IOException {
    Files.createSymbolicLink(folder.resolve("link.png"), disk.resolve("secret.png"));
    assertTrue(sentence("link.png").startsWith("link.png leads out of "));
  }

  @Test
  void anImageThatIsNotThereIsNamed() {
    assertEquals(
        "train/b.png is not in " + folder + "; put it there or choose its folder.",
        sentence("train/b.png"));
  }

  @Test
  void nothingIsFetchedFromOtherMachines() {
    assertEquals(
        "https://example.org/a.png is not on this machine; download it and name the file.",
        sentence("https://example.org/a.png"));
  }

  @Test
  void aCellMayHoldTheImageItself() {
    String cell = "data:image/png;base64," + Base64.getEncoder().encodeToString(Pictures.png(3, 2));
    Pixels pixels =
        new ImageDecoder(ImageLimits.DEFAULT).decode(roots.find(cell), 9, 9, TaskContext.NONE);
    assertEquals("3 x 2", pixels.width() + " x " + pixels.height());
  }
}
