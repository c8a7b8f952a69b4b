/// Tests of the sample datasets: every statement of a truth file is checked against the data.
@NullMarked
package outcrop.sample;

import org.jspecify.annotations.NullMarked;
