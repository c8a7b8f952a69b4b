package outcrop.app.testing;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.instruction.ConstantInstruction;
import java.nio.file.Path;
import outcrop.app.boot.LibraryClass;

/// Build step for the tests that enlarges the screen of JavaFX's headless platform.
///
/// JavaFX 26 fixes that screen at 1000 × 1000 in two classes, and a larger window fails on every
/// repaint (JDK-8364201). This step writes copies with another size next to the test classes, which
/// precede JavaFX on the class path of the tests. The program itself is not affected.
public final class HeadlessScreenSize {
  private static final int FIXED_SIZE = 1000;

  /// Creates the screen: its constants are three pairs of width and height.
  private static final LibraryClass SCREEN =
      new LibraryClass("com/sun/glass/ui/headless/HeadlessApplication.class");

  /// Draws on the screen: each of its constants is the number of pixels in a line, a width.
  private static final LibraryClass WINDOW =
      new LibraryClass("com/sun/glass/ui/headless/HeadlessWindow.class");

  private HeadlessScreenSize() {}

  /// Writes both classes.
  ///
  /// @param arguments the directory of the test classes, the width and the height in pixels
  public static void main(String[] arguments) throws IOException {
    Path testClasses = Path.of(arguments[0]);
    int width = Integer.parseInt(arguments[1]);
    int height = Integer.parseInt(arguments[2]);
    resize(SCREEN, testClasses, 6, width, height);
    resize(WINDOW, testClasses, 5, width, width);
  }

  private static void resize(
      LibraryClass target, Path testClasses, int expected, int oddly, int evenly)
      throws IOException {
    byte[] original =
        target
            .read()
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "No jar on the class path has " + target.resource() + "."));
    var resize = new ReplaceSize(oddly, evenly);
    var classFile = ClassFile.of();
    byte[] resized =
        classFile.transformClass(
            classFile.parse(original),
            ClassTransform.transformingMethodBodies(CodeTransform.ofStateful(() -> resize)));
    if (resize.replaced != expected) {
      throw new IllegalStateException(
          "%s of this JavaFX has the constant %d %d times, not %d times: compare its code with %s."
              .formatted(
                  target.resource(),
                  FIXED_SIZE,
                  resize.replaced,
                  expected,
                  HeadlessScreenSize.class.getSimpleName()));
    }
    target.replaceIn(testClasses, resized);
  }

  private static final class ReplaceSize implements CodeTransform {
    private final int oddly;
    private final int evenly;
    private int replaced;

    ReplaceSize(int oddly, int evenly) {
      this.oddly = oddly;
      this.evenly = evenly;
    }

    @Override
    public void accept(CodeBuilder code, CodeElement element) {
      if (element instanceof ConstantInstruction constant
          && constant.constantValue() instanceof Integer value
          && value == FIXED_SIZE) {
        replaced++;
        code.loadConstant(replaced % 2 == 1 ? oddly : evenly);
      } else {
        code.with(element);
      }
    }
  }
}
