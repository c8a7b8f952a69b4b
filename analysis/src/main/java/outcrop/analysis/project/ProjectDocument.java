package outcrop.analysis.project;

import tools.jackson.databind.node.ObjectNode;

/// What `project.json` holds.
///
/// @param state the state in force
/// @param history how it came about, as the command package writes it; opaque here
/// @param fromBackup whether the newest file could not be read and the one before it was taken
public record ProjectDocument(ProjectState state, ObjectNode history, boolean fromBackup) {}
