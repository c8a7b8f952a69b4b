package outcrop.app.view;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What the system's desktop does for the window: it asks for files and folders, and opens
/// addresses. Systems without such dialogs, and tests, answer otherwise.
public interface FileChoice {
  /// Data files to import; empty where the user thought better of it.
  List<Path> sources();

  /// The folder of a project.
  Optional<Path> project();

  /// A file that holds a view.
  Optional<Path> view();

  /// Where to write a new file.
  ///
  /// @param name what to suggest
  /// @param ending of the file's name, without the dot
  Optional<Path> target(String name, String ending);

  /// A folder for something new.
  Optional<Path> folder(Path start);

  /// Opens an address in the system's browser; only ever for a click of the user.
  void openLink(String address);
}
