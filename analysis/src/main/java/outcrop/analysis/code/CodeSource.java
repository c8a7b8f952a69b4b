package outcrop.analysis.code;

import java.util.List;
import outcrop.analysis.column.ColumnStore;
import outcrop.analysis.io.ImportSpec.FieldSpec;
import outcrop.analysis.io.SourceLayout;
import outcrop.analysis.selection.PredicateEvaluator;

/// A dataset and where it came from.
///
/// @param fields of the dataset in order, with the types that the import gave them
/// @param sources in the order of their rows
/// @param refused rows of the sources that the import refused
/// @param columns what the import made of the sources
/// @param evaluator says which rows a predicate means
public record CodeSource(
    List<FieldSpec> fields,
    List<SourceLayout> sources,
    long refused,
    ColumnStore columns,
    PredicateEvaluator evaluator) {
  public CodeSource {
    fields = List.copyOf(fields);
    sources = List.copyOf(sources);
  }
}
