/// Vector spaces, projections, clusterings and classifiers over dense vectors, and what measures
/// them. The only room that knows Smile and the Vector API. Whatever is random takes a seed and
/// gives the same result on any number of threads.
@NullMarked
package outcrop.analysis.model;

import org.jspecify.annotations.NullMarked;
