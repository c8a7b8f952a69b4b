/// The controls that Outcrop draws itself: table, charts, field list, inspector, chips, history,
/// jobs.
///
/// A control takes plain analysis types and callbacks and knows no workspace. Its words come from a
/// function that gives the pattern of a key (`parts.properties` lists the keys), its colours from
/// the style sheet `parts.css`, which maps them to the theme's tokens. All methods belong to the
/// JavaFX thread.
@NullMarked
package outcrop.app.view.part;

import org.jspecify.annotations.NullMarked;
