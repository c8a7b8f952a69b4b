package outcrop.analysis.workspace;

import java.nio.file.Path;
import outcrop.analysis.task.UserFailure;

/// Another Outcrop has the project open for writing. It can still be opened to look at.
public final class ProjectInUse extends UserFailure {
  private static final long serialVersionUID = 1L;
  private final String holder;

  ProjectInUse(Path folder, String holder) {
    super(
        folder
            + " is open already ("
            + holder
            + "): close it there, or open it here to read only.");
    this.holder = holder;
  }

  /// Who holds it, in words.
  public String holder() {
    return holder;
  }
}
