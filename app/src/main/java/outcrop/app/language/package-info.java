/// What both faces say in the languages of the message bundles; sees no toolkit.
@NullMarked
package outcrop.app.language;

import org.jspecify.annotations.NullMarked;
