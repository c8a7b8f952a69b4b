/// Selections as code in other languages: SQL for DuckDB and Python for pandas that read the
/// original sources and give the same rows.
@NullMarked
package outcrop.analysis.code;

import org.jspecify.annotations.NullMarked;
