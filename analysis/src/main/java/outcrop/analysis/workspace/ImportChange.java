package outcrop.analysis.workspace;

import java.nio.file.Path;
import java.util.Optional;
import outcrop.analysis.io.ReadReport;

/// What reading the sources again did to the rows of a project, by their keys.
///
/// @param added rows whose key is new
/// @param changed rows of the same key with other cells; a row that is named by its content never
///   changes, it goes and another one comes, unless only joined cells differ
/// @param removed rows whose key is gone
/// @param unchanged all others
/// @param keys a file of JSON lines with the key of each row that is not unchanged; empty where
///   nothing was read because no source changed
/// @param report what the new import took in and refused
public record ImportChange(
    long added,
    long changed,
    long removed,
    long unchanged,
    Optional<Path> keys,
    ReadReport report) {}
