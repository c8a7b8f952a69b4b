package outcrop.analysis.curation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.column.Column;
import outcrop.analysis.dataset.RowSet;

/// What an operation decided about every row.
///
/// @param column the field of the operation
/// @param rows the rows that are part of the result: kept, of positive weight, repeated at least
///   once
/// @param shapes the forecast of each target, which the rows meet exactly
/// @param fit how well two targets went together; null for one
public record OperationResult(
    Column column, RowSet rows, List<ShapeResult> shapes, @Nullable ProportionalFit fit) {}
