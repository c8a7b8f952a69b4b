/// The window: screens and panes over the view models. They hold no state of their own that counts.
@NullMarked
package outcrop.app.view;

import org.jspecify.annotations.NullMarked;
