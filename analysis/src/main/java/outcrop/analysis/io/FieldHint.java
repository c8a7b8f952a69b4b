package outcrop.analysis.io;

import org.jspecify.annotations.Nullable;
import outcrop.analysis.dataset.FieldRole;
import outcrop.analysis.dataset.FieldType;

/// What a description beside the data says of a field.
///
/// @param type null where it says nothing, or nothing that the cells do not say better
/// @param role null where it says nothing
record FieldHint(@Nullable FieldType type, @Nullable FieldRole role) {}
