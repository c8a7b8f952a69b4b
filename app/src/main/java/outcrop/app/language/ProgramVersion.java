package outcrop.app.language;

/// The name of the program with its version.
public final class ProgramVersion {
  private ProgramVersion() {}

  /// The version that the build wrote into the jar.
  public static String number() {
    String version = ProgramVersion.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }

  /// `Outcrop 1.2`.
  public static String text() {
    return "Outcrop " + number();
  }
}
