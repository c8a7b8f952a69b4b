package outcrop.app.view;

import outcrop.app.viewmodel.ActionRegistry;
import outcrop.app.viewmodel.Words;

/// What every part of the window works with.
///
/// @param words in the language in force; another language makes a new desk and a new window
/// @param actions everything that can be done now
/// @param files asks for files and folders
/// @param overlays shows panes above the window
public record Desk(Words words, ActionRegistry actions, FileChoice files, Overlays overlays) {}
