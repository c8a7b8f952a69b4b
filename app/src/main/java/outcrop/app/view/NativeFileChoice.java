package outcrop.app.view;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import outcrop.app.viewmodel.Words;

/// The dialogs of the operating system.
public final class NativeFileChoice implements FileChoice {
  private final Supplier<@Nullable Window> owner;
  private final Supplier<Words> words;
  private final Consumer<String> browser;
  private @Nullable File last;

  /// @param owner the window that the dialogs belong to
  /// @param browser opens an address
  public NativeFileChoice(
      Supplier<@Nullable Window> owner, Supplier<Words> words, Consumer<String> browser) {
    this.owner = owner;
    this.words = words;
    this.browser = browser;
  }

  @Override
  public void openLink(String address) {
    browser.accept(address);
  }

  @Override
  public List<Path> sources() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(words.get().of("files.sources"));
    chooser
        .getExtensionFilters()
        .addAll(
            new FileChooser.ExtensionFilter(
                words.get().of("files.data"),
                "*.csv",
                "*.tsv",
                "*.txt",
                "*.jsonl",
                "*.ndjson",
                "*.json",
                "*.parquet",
                "*.gz",
                "*.zip"),
            new FileChooser.ExtensionFilter(words.get().of("files.all"), "*"));
    startAtLast(chooser);
    List<File> chosen = chooser.showOpenMultipleDialog(owner.get());
    if (chosen == null || chosen.isEmpty()) {
      return List.of();
    }
    last = chosen.getFirst().getParentFile();
    return chosen.stream().map(File::toPath).toList();
  }

  @Override
  public Optional<Path> project() {
    return directory(words.get().of("files.project"), null);
  }

  @Override
  public Optional<Path> view() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(words.get().of("files.view"));
    chooser
        .getExtensionFilters()
        .addAll(
            new FileChooser.ExtensionFilter(words.get().of("files.view"), "*.json"),
            new FileChooser.ExtensionFilter(words.get().of("files.all"), "*"));
    startAtLast(chooser);
    File chosen = chooser.showOpenDialog(owner.get());
    if (chosen == null) {
      return Optional.empty();
    }
    last = chosen.getParentFile();
    return Optional.of(chosen.toPath());
  }

  @Override
  public Optional<Path> target(String name, String ending) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(words.get().of("files.target"));
    chooser.setInitialFileName(name + "." + ending);
    chooser
        .getExtensionFilters()
        .add(new FileChooser.ExtensionFilter(ending.toUpperCase(), "*." + ending));
    startAtLast(chooser);
    File chosen = chooser.showSaveDialog(owner.get());
    if (chosen == null) {
      return Optional.empty();
    }
    last = chosen.getParentFile();
    return Optional.of(chosen.toPath());
  }

  @Override
  public Optional<Path> folder(Path start) {
    return directory(words.get().of("files.folder"), start);
  }

  private Optional<Path> directory(String title, @Nullable Path start) {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle(title);
    File begin = start != null && Files.isDirectory(start) ? start.toFile() : last;
    if (begin != null && begin.isDirectory()) {
      chooser.setInitialDirectory(begin);
    }
    File chosen = chooser.showDialog(owner.get());
    if (chosen == null) {
      return Optional.empty();
    }
    last = chosen.getParentFile();
    return Optional.of(chosen.toPath());
  }

  private void startAtLast(FileChooser chooser) {
    if (last != null && last.isDirectory()) {
      chooser.setInitialDirectory(last);
    }
  }
}
