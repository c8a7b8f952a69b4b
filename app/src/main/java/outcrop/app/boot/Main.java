package outcrop.app.boot;

/// Entry point of the program.
///
/// It does not extend `Application`, so that the Java launcher starts it with JavaFX on the class
/// path, and so that the command line works without JavaFX.
public final class Main {
  private Main() {}

  /// Opens the window, or answers on the command line.
  ///
  /// @param arguments none or `open` for the window
  public static void main(String[] arguments) {
    LibraryNotices.silence();
    if (arguments.length > 0 && arguments[0].equals("--version")) {
      IO.println("outcrop " + version());
    } else {
      WindowApp.open(arguments);
    }
  }

  private static String version() {
    String version = Main.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }
}
