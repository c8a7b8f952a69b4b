/// Small datasets with known truth, made from a seed without network.
///
/// # Why
///
/// An estimate can be tested only where the right answer is known. Each dataset here plants what
/// Outcrop looks for (tails, subpopulations, shifts, wrong labels, duplicates, missing values,
/// drift) and writes beside the data a file `truth.json` that states every planted thing with the
/// ids of its rows. The package depends on nothing but the JDK, so the truth is independent of the
/// code that it tests.
///
/// # How to call it
///
/// ```java
/// SampleDataset reviews = SampleCatalogue.byName("reviews").orElseThrow();
/// Path csv = reviews.generate(directory, SampleCatalogue.DEFAULT_SEED);
/// Path truth = reviews.truthPath(directory);
/// ```
///
/// writes `directory/reviews/reviews.csv` and `directory/reviews/truth.json`.
///
/// # The datasets
///
/// | name | rows | file | planted |
/// |---|---|---|---|
/// | `reviews` | 20,000 | `reviews.csv` | Zipf tail of products, 3 % wrong labels, exact and near duplicates, six subpopulations, eight other languages, a shift between splits, missing prices, a heavy tail of votes |
/// | `shapes` | 4,000 | `metadata.csv` and PNG files in `split/class/` | power-law tail of classes, background shift and a colour shortcut between splits, wrong classes, duplicates, blurry and dark images |
/// | `sensors` | 200,000 | `sensors.csv` | drift from a stated time, values missing at random and because of faults, outliers, the sentinel 99999, a stuck sensor |
///
/// # Formats
///
/// CSV is UTF-8 without byte order mark, comma, `"` doubled inside quotes, one header line, `\n`
/// after each row (RFC 4180 but for the carriage return). A missing value is an empty field.
/// `truth.json` is one object; its keys `dataset`, `formatVersion`, `seed`, `rows`, `file` and
/// `keyField` mean the same for all datasets, the others are described by their `note` members.
///
/// # Determinism
///
/// The same seed gives the same bytes on every machine: random numbers come from an own SplitMix64
/// keyed by seed, purpose and row; `StrictMath` is used where `Math` may differ; images are drawn
/// by own arithmetic and stored without a compressor. Names of image files do not depend on the
/// seed.
@NullMarked
package outcrop.sample;

import org.jspecify.annotations.NullMarked;
