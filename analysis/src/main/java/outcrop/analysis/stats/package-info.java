/// Estimators and tests as pure functions of arrays: tails, richness, inequality, burstiness,
/// intervals. Whatever is random takes a seed and gives the same result on any number of threads.
@NullMarked
package outcrop.analysis.stats;

import org.jspecify.annotations.NullMarked;
