package outcrop.app.cli;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;

/// What the two output streams are connected to.
///
/// @param out whether a person reads the output on a terminal
/// @param err whether a person reads the messages on a terminal
/// @param colours whether escape sequences may be written to a terminal
/// @param width columns of the terminal
record Terminal(boolean out, boolean err, boolean colours, int width) {
  /// Neither stream is a terminal.
  static final Terminal NONE = new Terminal(false, false, false, 100);

  private static final int DEFAULT_WIDTH = 100;

  /// The terminals of this program.
  static Terminal ofProgram() {
    boolean console = System.console() != null && System.console().isTerminal();
    boolean colours = System.getenv("NO_COLOR") == null && !"dumb".equals(System.getenv("TERM"));
    return new Terminal(isTerminal(1, console), isTerminal(2, console), colours, columns());
  }

  /// Whether a stream may carry this text as it is.
  static boolean canPrint(Charset charset, String text) {
    return charset.canEncode() && charset.newEncoder().canEncode(text);
  }

  /// Java tells about both streams at once; Linux tells about each.
  private static boolean isTerminal(int descriptor, boolean otherwise) {
    try {
      String target = Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor)).toString();
      return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
    } catch (IOException | UnsupportedOperationException notLinux) {
      return otherwise;
    }
  }

  private static int columns() {
    String columns = System.getenv("COLUMNS");
    return columns != null && columns.matches("\\d{2,4}")
        ? Integer.parseInt(columns)
        : DEFAULT_WIDTH;
  }
}
