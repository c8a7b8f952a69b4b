package outcrop.analysis.io;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import outcrop.analysis.io.ImportSpec.SourceSpec;

/// A source as its reader understands it.
///
/// @param spec with every option settled
/// @param file where it is
/// @param fields all names, in the order of the source, made unique
public record SourceLayout(SourceSpec spec, Path file, List<String> fields) {
  public SourceLayout {
    fields = List.copyOf(fields);
  }

  /// What all rows of the source have in a field that the source itself does not have.
  public Optional<String> constant(String field) {
    return Optional.ofNullable(spec.constants().get(field))
        .or(
            () ->
                field.equals(ImportSpec.FILE_NAME)
                    ? Optional.of(String.valueOf(file.getFileName()))
                    : Optional.empty());
  }

  /// An option of the reader, empty where it has none of this name.
  public String option(String name) {
    return spec.options().getOrDefault(name, "");
  }
}
