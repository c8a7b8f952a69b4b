package outcrop.analysis.io;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.column.ColumnBuilder;
import outcrop.analysis.column.ListColumn;
import outcrop.analysis.column.StoreWriter;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.dataset.ValueFormat;
import outcrop.analysis.io.ImportSpec.FieldSpec;
import outcrop.analysis.task.UserFailure;

/// Turns the cells of one field into a column and notes those that do not fit.
final class ColumnFeed {
  /// A category with longer values or more bytes of distinct values is prose.
  private static final int LONGEST_CATEGORY = 8192;

  private static final long LARGEST_DICTIONARY = 256L << 20;
  private static final int MOST_CHOSEN_MISFITS = 1_000_000;

  private final FieldSpec spec;
  private final int column;
  private final boolean quotesMeanText;
  private final ColumnBuilder builder;
  private final NumberTexts numbers;
  private NumberText number;
  private final TimeText time;
  private final ListText list = new ListText();
  private final List<Misfit> misfits = new ArrayList<>();
  private float[] vector = new float[1024];
  private long misfitCount;
  private long wordsCount;

  /// @param column of the batches that holds the field
  /// @param styles how each source writes numbers
  ColumnFeed(
      FieldSpec spec,
      int column,
      boolean quotesMeanText,
      List<NumberStyle> styles,
      StoreWriter store) {
    this.numbers = new NumberTexts(styles);
    this.number = numbers.of(0);
    this.spec = spec;
    this.column = column;
    this.quotesMeanText = quotesMeanText;
    this.time = new TimeText(spec.pattern());
    this.builder =
        switch (spec.field().type()) {
          case NUMBER, TIME -> store.words(spec.field().type(), spec.field().format());
          case CATEGORY, IMAGE -> store.categories();
          case TEXT -> store.texts();
          case LIST -> store.lists();
          case VECTOR -> store.vectors();
        };
  }

  FieldSpec spec() {
    return spec;
  }

  ColumnBuilder builder() {
    return builder;
  }

  List<Misfit> misfits() {
    return misfits;
  }

  long misfitCount() {
    return misfitCount;
  }

  /// Cells that spoil the type, unless they are few.
  long wordsCount() {
    return wordsCount;
  }

  /// Whether the type cannot stay, whatever the rest of the rows holds.
  boolean isHopeless() {
    return !spec.chosen() && (misfitCount > wordsCount || wordsCount > TypeGuess.RARE_COUNT);
  }

  /// The field as its cells turned out: a guess of true and false holds only where nothing else
  /// came.
  Field settledField() {
    Field field = spec.field();
    boolean guessedBoolean = field.format() == ValueFormat.BOOLEAN;
    return guessedBoolean && builder instanceof ColumnBuilder.Categories c && c.distinct() > 2
        ? field.withFormat(ValueFormat.PLAIN)
        : field;
  }

  void append(RowBatch batch) {
    number = numbers.of(batch.source());
    switch (builder) {
      case ColumnBuilder.Categories categories -> appendCategories(batch, categories);
      case ColumnBuilder.Texts texts -> appendTexts(batch, texts);
      case ColumnBuilder.Lists lists -> appendLists(batch, lists);
      case ColumnBuilder.Vectors vectors -> appendVectors(batch, vectors);
      case ColumnBuilder.Words words when spec.field().type() == FieldType.TIME ->
          appendTimes(batch, words);
      case ColumnBuilder.Words words when spec.field().format() == ValueFormat.INTEGER ->
          appendIntegers(batch, words);
      case ColumnBuilder.Words words -> appendDoubles(batch, words);
    }
  }

  private void appendCategories(RowBatch batch, ColumnBuilder.Categories target) {
    char[] chars = batch.chars();
    for (int row = 0; row < batch.rows(); row++) {
      if (batch.isMissing(row, column)) {
        target.addMissing();
        continue;
      }
      int length = batch.length(row, column);
      if (length > LONGEST_CATEGORY && !spec.chosen()) {
        misfit(batch, row, Misfit.Need.PROSE);
      } else if (batch.isFloats(row, column)) {
        char[] text = printed(batch, row);
        target.add(text, 0, text.length);
      } else {
        target.add(chars, batch.start(row, column), length);
      }
    }
    checkDictionary(batch, target);
  }

  /// The text of a cell that came as floats.
  private char[] printed(RowBatch batch, int row) {
    return Objects.requireNonNull(batch.text(row, column)).toCharArray();
  }

  private void checkDictionary(RowBatch batch, ColumnBuilder.Named target) {
    if (target.dictionaryBytes() > LARGEST_DICTIONARY && batch.rows() > 0) {
      if (spec.chosen()) {
        throw new UserFailure(
            "The different values of "
                + spec.field().name()
                + " take more than "
                + (LARGEST_DICTIONARY >> 20)
                + " MB; choose TEXT for it.");
      }
      note(batch, batch.rows() - 1, Misfit.Need.PROSE);
    }
  }

  private void appendTexts(RowBatch batch, ColumnBuilder.Texts target) {
    char[] chars = batch.chars();
    for (int row = 0; row < batch.rows(); row++) {
      if (batch.isMissing(row, column)) {
        target.addMissing();
      } else if (batch.isFloats(row, column)) {
        char[] text = printed(batch, row);
        target.add(text, 0, text.length);
      } else {
        target.add(chars, batch.start(row, column), batch.length(row, column));
      }
    }
  }

  private void appendLists(RowBatch batch, ColumnBuilder.Lists target) {
    ListText.Sink sink =
        new ListText.Sink() {
          @Override
          public void element(char[] chars, int start, int length, boolean text) {
            target.add(chars, start, length);
          }

          @Override
          public void missing() {
            target.addNull();
          }
        };
    for (int row = 0; row < batch.rows(); row++) {
      if (batch.isMissing(row, column)) {
        target.addMissing();
        continue;
      }
      boolean printed = batch.isFloats(row, column);
      char[] chars = printed ? printed(batch, row) : batch.chars();
      int start = printed ? 0 : batch.start(row, column);
      int length = printed ? chars.length : batch.length(row, column);
      ListText.Elements kind = list.kind(chars, start, length);
      Misfit.Need need = listNeed(kind);
      if (need == null) {
        list.read(chars, start, length, sink);
        target.endRow();
      } else {
        misfit(batch, row, need);
      }
    }
    checkDictionary(batch, target);
  }

  /// What a list of these elements needs beyond the format of the field, null for nothing.
  private Misfit.@Nullable Need listNeed(ListText.@Nullable Elements kind) {
    return switch (kind) {
      case null -> Misfit.Need.WORDS;
      case EMPTY -> null;
      case TEXTS -> ListColumn.isNumeric(spec.field().format()) ? Misfit.Need.WORDS : null;
      case WHOLE_NUMBERS -> ListColumn.isNumeric(spec.field().format()) ? null : Misfit.Need.WORDS;
      case NUMBERS ->
          switch (spec.field().format()) {
            case DECIMAL -> list.hasSpecial() ? Misfit.Need.WORDS : null;
            case INTEGER -> list.hasSpecial() ? Misfit.Need.WORDS : Misfit.Need.DECIMAL;
            case PLAIN, BOOLEAN, DATE, DATETIME, INSTANT -> Misfit.Need.WORDS;
          };
    };
  }

  private void appendVectors(RowBatch batch, ColumnBuilder.Vectors target) {
    for (int row = 0; row < batch.rows(); row++) {
      if (batch.isMissing(row, column)) {
        target.addMissing();
        continue;
      }
      int length = vector(batch, row);
      if (length > 0 && (target.dimensions() < 0 || target.dimensions() == length)) {
        target.add(vector, length);
      } else {
        misfit(batch, row, length < 0 ? Misfit.Need.WORDS : Misfit.Need.LENGTH);
      }
    }
  }

  /// Reads a vector into [#vector] and returns its length, −1 where the cell is none.
  private int vector(RowBatch batch, int row) {
    boolean floats = batch.isFloats(row, column);
    // A number and its comma take two characters at least, and so does a float.
    int room = batch.length(row, column) / 2 + 1;
    if (room > vector.length) {
      vector = new float[Math.max(room, 2 * vector.length)];
    }
    return floats
        ? batch.floats(row, column, vector)
        : list.readFloats(
            batch.chars(), batch.start(row, column), batch.length(row, column), vector);
  }

  private NumberText.Kind kind(RowBatch batch, int row) {
    NumberText.Kind kind =
        number.read(batch.chars(), batch.start(row, column), batch.length(row, column));
    boolean isNumber = kind != NumberText.Kind.SPECIAL && kind != NumberText.Kind.MARKER;
    return isNumber && quotesMeanText && !spec.chosen() && batch.isQuoted(row, column)
        ? NumberText.Kind.NONE
        : kind;
  }

  private void appendIntegers(RowBatch batch, ColumnBuilder.Words target) {
    for (int row = 0; row < batch.rows(); row++) {
      if (batch.isMissing(row, column)) {
        target.addMissing();
        continue;
      }
      switch (kind(batch, row)) {
        case INTEGER -> target.addLong(number.asLong());
        case MARKER -> target.addMissing();
        case DECIMAL, SPECIAL -> misfit(batch, row, Misfit.Need.DECIMAL);
        case INEXACT -> {
          if (spec.chosen() && number.isWhole()) {
            target.addLong(number.asLong());
          } else {
            misfit(batch, row, Misfit.Need.EXACT);
          }
        }
        case NONE -> misfit(batch, row, Misfit.Need.WORDS);
      }
    }
  }

  private void appendDoubles(RowBatch batch, ColumnBuilder.Words target) {
    for (int row = 0; row < batch.rows(); row++) {
      if (batch.isMissing(row, column)) {
        target.addMissing();
        continue;
      }
      switch (kind(batch, row)) {
        case INTEGER -> {
          double value = number.asDouble();
          if ((long) value == number.asLong() || spec.chosen()) {
            target.addDouble(value);
          } else {
            misfit(batch, row, Misfit.Need.EXACT);
          }
        }
        case DECIMAL, SPECIAL -> target.addDouble(number.asDouble());
        case MARKER -> target.addMissing();
        case INEXACT -> {
          if (spec.chosen()) {
            target.addDouble(number.asDouble());
          } else {
            misfit(batch, row, Misfit.Need.EXACT);
          }
        }
        case NONE -> misfit(batch, row, Misfit.Need.WORDS);
      }
    }
  }

  private void appendTimes(RowBatch batch, ColumnBuilder.Words target) {
    char[] chars = batch.chars();
    ValueFormat format = spec.field().format();
    for (int row = 0; row < batch.rows(); row++) {
      if (batch.isMissing(row, column)) {
        target.addMissing();
        continue;
      }
      int start = batch.start(row, column);
      int length = batch.length(row, column);
      if (time.read(chars, start, length)) {
        if (time.format() == format
            || format == ValueFormat.DATETIME && time.format() == ValueFormat.DATE
            || format == ValueFormat.PLAIN) {
          target.addLong(time.micros());
        } else {
          boolean day = format == ValueFormat.DATE && time.format() == ValueFormat.DATETIME;
          misfit(batch, row, day ? Misfit.Need.DATETIME : Misfit.Need.WORDS);
        }
      } else if (NumberText.isMarker(chars, start, start + length)) {
        target.addMissing();
      } else {
        misfit(batch, row, Misfit.Need.WORDS);
      }
    }
  }

  /// Keeps the place in the column; the pass is repeated without the row or with another type.
  private void misfit(RowBatch batch, int row, Misfit.Need need) {
    builder.addMissing();
    note(batch, row, need);
  }

  private void note(RowBatch batch, int row, Misfit.Need need) {
    misfitCount++;
    if (need.isRefusal()) {
      wordsCount++;
    }
    if (spec.chosen() && misfitCount > MOST_CHOSEN_MISFITS) {
      throw new UserFailure(
          "More than "
              + MOST_CHOSEN_MISFITS
              + " rows do not fit the type chosen for "
              + spec.field().name()
              + "; choose another type.");
    }
    if (spec.chosen() || misfits.size() <= TypeGuess.RARE_COUNT) {
      String text = batch.text(row, column);
      misfits.add(
          new Misfit(
              batch.sourceRow(row),
              batch.source(),
              batch.line(row),
              FieldEvidence.Example.snippet(text == null ? "" : text),
              need));
    }
  }
}
