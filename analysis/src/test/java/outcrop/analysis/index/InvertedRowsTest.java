package outcrop.analysis.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.CheckIndex;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.MMapDirectory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import outcrop.analysis.column.ColumnStore;
import outcrop.analysis.column.TextColumn;
import outcrop.analysis.task.DirectTaskRunner;
import outcrop.analysis.task.TaskContext;

class InvertedRowsTest {
  @TempDir Path folder;

  /// The oracle is Lucene's own writer with the same analyzer, document by document.
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void theIndexIsTheOneThatLuceneWritesItself(long seed) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    String[] texts = new String[400];
    for (int row = 0; row < texts.length; row++) {
      texts[row] = row % 7 == 3 ? null : text(random, row % 100 == 0 ? 9_000 : 30);
    }
    TextColumn column =
        TextColumn.of(
            new outcrop.analysis.dataset.Field("t", outcrop.analysis.dataset.FieldType.TEXT),
            texts);
    TextIndex.build(
            ColumnStore.of(List.of(column)),
            folder.resolve("index"),
            new DirectTaskRunner(),
            TaskContext.NONE)
        .close();
    try (Directory ours = new MMapDirectory(folder.resolve("index"));
        Directory theirs = byLucene(texts);
        CheckIndex check = new CheckIndex(ours)) {
      assertTrue(check.checkIndex().clean, "Lucene's own check must find nothing, seed " + seed);
      assertEquals(places(theirs), places(ours), "every place of every term, seed " + seed);
    }
  }

  private static Directory byLucene(String[] texts) throws IOException {
    FieldType type = new FieldType();
    type.setTokenized(true);
    type.setOmitNorms(true);
    type.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
    Directory directory = new ByteBuffersDirectory();
    try (IndexWriter writer =
        new IndexWriter(directory, new IndexWriterConfig(Words.analyzer(words -> words)))) {
      for (String text : texts) {
        Document document = new Document();
        if (text != null) {
          document.add(new Field("t", text, type));
        }
        writer.addDocument(document);
      }
      writer.forceMerge(1);
    }
    return directory;
  }

  private static Map<String, List<String>> places(Directory directory) throws IOException {
    Map<String, List<String>> all = new TreeMap<>();
    try (DirectoryReader reader = DirectoryReader.open(directory)) {
      for (LeafReaderContext leaf : reader.leaves()) {
        Terms terms = leaf.reader().terms("t");
        TermsEnum each = terms.iterator();
        while (each.next() != null) {
          List<String> places =
              all.computeIfAbsent(each.term().utf8ToString(), _ -> new ArrayList<>());
          PostingsEnum postings = each.postings(null, PostingsEnum.POSITIONS);
          while (postings.nextDoc() != PostingsEnum.NO_MORE_DOCS) {
            for (int i = 0; i < postings.freq(); i++) {
              places.add(leaf.docBase + postings.docID() + ":" + postings.nextPosition());
            }
          }
        }
      }
    }
    return all;
  }

  /// Whatever the rules for words look at: marks within and at the ends of words, digits, scripts
  /// without blanks, combining marks behind a blank, emoji, very long words.
  private static String text(SplittableRandom random, int pieces) {
    String[] parts = {
      "don't",
      "U.S.A.",
      "3.14",
      "1,000",
      "a:b",
      "x_y",
      "_",
      "'",
      "Ünïcode",
      "東京都",
      "カタカナ",
      "ひらがな",
      "한국어",
      "ไทย",
      "עברית\"",
      "😀",
      "👩\u200D👩",
      "\u0301",
      "\u00AD",
      "\u200D",
      "İ",
      "ß",
      "A",
      "b",
      "the",
      "The",
      "e\u0301",
      "1a",
      "a1",
      "-",
      "...",
      "http://a.b/c?d=e&f",
      "w".repeat(70)
    };
    String[] between = {" ", " ", " ", " ", "", "  ", "\n", "\t", "\r\n", "\u00A0", "\u3000"};
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < pieces; i++) {
      text.append(parts[random.nextInt(parts.length)])
          .append(between[random.nextInt(between.length)]);
      if (random.nextInt(500) == 0) {
        text.append("v".repeat(300));
      }
    }
    return text.toString();
  }
}
