package outcrop.analysis.index;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.lucene.codecs.Codec;
import org.apache.lucene.codecs.FieldsConsumer;
import org.apache.lucene.codecs.StoredFieldsWriter;
import org.apache.lucene.index.DocValuesSkipIndexType;
import org.apache.lucene.index.DocValuesType;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.Fields;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.SegmentCommitInfo;
import org.apache.lucene.index.SegmentInfo;
import org.apache.lucene.index.SegmentWriteState;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.VectorEncoding;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.TrackingDirectoryWrapper;
import org.apache.lucene.util.InfoStream;
import org.apache.lucene.util.StringHelper;
import org.apache.lucene.util.Version;
import org.jspecify.annotations.Nullable;

/// Writes one segment of a Lucene index from terms that are inverted already, in the files of
/// Lucene's own codec.
///
/// `IndexWriter` takes documents word by word and looks every word up; where rows never change and
/// words have numbers already, that is four fifths of the work.
final class SegmentFiles {
  private final Directory directory;
  private final String name;
  private final int documents;

  SegmentFiles(Directory directory, String name, int documents) {
    this.directory = directory;
    this.name = name;
    this.documents = documents;
  }

  /// @param terms of a field, empty where the segment has none of it
  SegmentCommitInfo write(List<String> fields, Function<String, @Nullable Terms> terms)
      throws IOException {
    TrackingDirectoryWrapper files = new TrackingDirectoryWrapper(directory);
    Codec codec = Codec.getDefault();
    SegmentInfo segment =
        new SegmentInfo(
            directory,
            Version.LATEST,
            Version.LATEST,
            name,
            documents,
            false,
            false,
            codec,
            Map.of(),
            StringHelper.randomId(),
            Map.of(),
            null);
    SortedMap<String, FieldInfo> infos = new TreeMap<>();
    fields.forEach(field -> infos.put(field, info(field, infos.size())));
    FieldInfos all = new FieldInfos(infos.values().toArray(FieldInfo[]::new));
    SegmentWriteState state =
        new SegmentWriteState(InfoStream.NO_OUTPUT, files, segment, all, null, IOContext.DEFAULT);
    try (FieldsConsumer postings = codec.postingsFormat().fieldsConsumer(state)) {
      postings.write(new Inverted(infos, terms), null);
    }
    try (StoredFieldsWriter stored =
        codec.storedFieldsFormat().fieldsWriter(files, segment, IOContext.DEFAULT)) {
      for (int i = 0; i < documents; i++) {
        stored.startDocument();
        stored.finishDocument();
      }
      stored.finish(documents);
    }
    // The postings have noted their format in the fields.
    codec.fieldInfosFormat().write(files, segment, "", all, IOContext.DEFAULT);
    segment.setFiles(files.getCreatedFiles());
    codec.segmentInfoFormat().write(files, segment, IOContext.DEFAULT);
    directory.sync(files.getCreatedFiles());
    return new SegmentCommitInfo(segment, 0, 0, -1, -1, -1, StringHelper.randomId());
  }

  private static FieldInfo info(String field, int number) {
    return new FieldInfo(
        field,
        number,
        false,
        true,
        false,
        IndexOptions.DOCS_AND_FREQS_AND_POSITIONS,
        DocValuesType.NONE,
        DocValuesSkipIndexType.NONE,
        -1,
        new java.util.HashMap<>(),
        0,
        0,
        0,
        0,
        VectorEncoding.FLOAT32,
        VectorSimilarityFunction.EUCLIDEAN,
        false,
        false);
  }

  /// The fields in order of their names; the terms of one are made when it is its turn.
  private static final class Inverted extends Fields {
    private final SortedMap<String, FieldInfo> fields;
    private final Function<String, @Nullable Terms> terms;

    Inverted(SortedMap<String, FieldInfo> fields, Function<String, @Nullable Terms> terms) {
      this.fields = fields;
      this.terms = terms;
    }

    @Override
    public Iterator<String> iterator() {
      return fields.keySet().iterator();
    }

    @Override
    public @Nullable Terms terms(String field) {
      return terms.apply(field);
    }

    @Override
    public int size() {
      return fields.size();
    }
  }
}
