package outcrop.sample;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;

/// Reviews of a shop, as text with category, rating, date and source.
final class ReviewsDataset implements SampleDataset {
  private static final String FILE = "reviews.csv";

  @Override
  public String name() {
    return "reviews";
  }

  @Override
  public String description() {
    return "20,000 product reviews with rating, date, source and sentiment label; wrong labels,"
        + " duplicates, subpopulations, a Zipf tail of products and a shift between splits are"
        + " planted.";
  }

  @Override
  public int rows() {
    return ReviewCorpus.ROWS;
  }

  @Override
  public Path dataPath(Path directory) {
    return directory.resolve(name()).resolve(FILE);
  }

  @Override
  public Path generate(Path directory, long seed, GenerationProgress progress) throws IOException {
    ReviewCorpus corpus = new ReviewCorpus(seed, progress);
    StagedFolder.publish(
        directory,
        name(),
        "truth.json",
        folder -> {
          writeRows(corpus, folder.resolve(FILE));
          TruthWriter.write(folder.resolve("truth.json"), new ReviewTruth(corpus).describe(seed));
        });
    progress.advanced(ReviewCorpus.ROWS, ReviewCorpus.ROWS);
    return dataPath(directory);
  }

  private static void writeRows(ReviewCorpus corpus, Path file) throws IOException {
    try (CsvWriter csv =
        new CsvWriter(
            file,
            "id",
            "text",
            "product",
            "category",
            "rating",
            "date",
            "source",
            "split",
            "label",
            "price",
            "helpful_votes",
            "language")) {
      for (int row = 0; row < ReviewCorpus.ROWS; row++) {
        Review review = corpus.rows.get(row);
        csv.text(review.id()).text(review.text()).text(review.product().name());
        csv.text(review.product().category().title).number(review.rating());
        csv.text(LocalDate.ofEpochDay(review.day()).toString());
        csv.text(review.source()).text(review.split()).text(corpus.label(row));
        if (review.cents().isPresent()) {
          csv.number(review.cents().getAsInt(), 2);
        } else {
          csv.missing();
        }
        csv.number(review.helpfulVotes()).text(review.language()).endRow();
      }
    }
  }
}
