/// The command line: one class per subcommand, and the words, tables and JSON that they print.
/// Loads no window.
@NullMarked
package outcrop.app.cli;

import org.jspecify.annotations.NullMarked;
