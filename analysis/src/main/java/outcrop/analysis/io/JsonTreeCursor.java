package outcrop.analysis.io;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.io.JsonShape.Place;
import outcrop.analysis.task.UserFailure;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Rows inside JSON values of any layout, read as a stream: the elements of a list, wherever it is,
/// the members of an object, or values one after another.
///
/// Broken JSON ends the import with a sentence: inside a value nothing tells where the next row
/// starts.
final class JsonTreeCursor implements RowCursor {
  private final SourceFile file;
  private final SourceFile.Opened opened;
  private final JsonRowParser rows;
  private final JsonParser parser;
  private final Place place;
  private final String[] path;
  // Members of the path that were entered; with GROUPS and KEYED, whether the object was.
  private int entered;
  private boolean inList;
  private boolean found;
  private String group = "";

  /// @param location any but lines
  JsonTreeCursor(
      SourceFile file,
      SourceFile.Opened opened,
      DecodingReader text,
      JsonRowParser rows,
      Location location) {
    this.file = file;
    this.opened = opened;
    this.rows = rows;
    this.parser = JsonRowParser.parser(text);
    this.place = location.place();
    this.path = location.member().split("\\.", -1);
  }

  /// Where the rows are.
  ///
  /// @param member the dotted path to the list where the place is a member
  record Location(Place place, String member) {}

  @Override
  public boolean fill(RowBatch batch, RowSink sink) throws IOException {
    try {
      while (!batch.isFull()) {
        if (!nextElement(sink)) {
          checkFound();
          return false;
        }
        readElement(batch, sink);
      }
      return true;
    } catch (JacksonException e) {
      throw new UserFailure(
          file.name()
              + " holds broken JSON at line "
              + parser.currentLocation().getLineNr()
              + ", column "
              + parser.currentLocation().getColumnNr()
              + " ("
              + JsonRowParser.trouble(e)
              + "); repair it, or save it as JSON lines, where a bad row does not stop the others.",
          e);
    }
  }

  /// What the first element starts with, null where there is none or the text is broken. To be
  /// asked of a cursor that is not read.
  @Nullable JsonToken firstToken() {
    try {
      return nextElement((line, reason) -> {}) ? parser.currentToken() : null;
    } catch (JacksonException | UserFailure e) {
      // Whoever reads the rows says where the text breaks.
      return null;
    }
  }

  private void checkFound() {
    if (!found && place == Place.MEMBER) {
      throw new UserFailure(
          file.name()
              + " has no list named "
              + String.join(".", path)
              + "; choose the option member, or another layout.");
    }
  }

  /// Moves to the start of the next element.
  private boolean nextElement(RowSink sink) {
    while (true) {
      JsonToken token = parser.nextToken();
      if (token == null) {
        if (parser.streamReadContext().getNestingDepth() > 0) {
          throw new UserFailure(
              file.name() + " ends inside its JSON; fetch it again or close what is open.");
        }
        return false;
      }
      if (inList && token != JsonToken.END_ARRAY) {
        return true;
      }
      if (inList) {
        inList = false;
      } else if (enter(token, sink)) {
        return true;
      }
    }
  }

  /// Looks at a token between elements.
  ///
  /// @return whether it is the start of an element
  private boolean enter(JsonToken token, RowSink sink) {
    switch (place) {
      case VALUES, LINES -> {
        return true;
      }
      case LIST -> {
        inList = token == JsonToken.START_ARRAY;
        if (!inList) {
          refuseValue(sink);
        }
      }
      case MEMBER -> enterMember(token, sink);
      case GROUPS, KEYED -> {
        if (token == JsonToken.PROPERTY_NAME) {
          group = parser.currentName();
          JsonToken value = parser.nextToken();
          if (place == Place.KEYED) {
            return true;
          }
          inList = value == JsonToken.START_ARRAY;
          if (!inList) {
            parser.skipChildren();
          }
        } else if (token != JsonToken.END_OBJECT && token != JsonToken.START_OBJECT) {
          refuseValue(sink);
        }
      }
    }
    return false;
  }

  private void enterMember(JsonToken token, RowSink sink) {
    if (token == JsonToken.END_OBJECT) {
      entered = Math.max(0, entered - 1);
    } else if (token == JsonToken.PROPERTY_NAME) {
      boolean wanted = parser.currentName().equals(path[entered]);
      JsonToken value = parser.nextToken();
      boolean last = entered == path.length - 1;
      if (wanted && last && value == JsonToken.START_ARRAY) {
        inList = true;
        found = true;
      } else if (wanted && !last && value == JsonToken.START_OBJECT) {
        entered++;
      } else {
        parser.skipChildren();
      }
    } else if (token != JsonToken.START_OBJECT) {
      refuseValue(sink);
    }
  }

  private void refuseValue(RowSink sink) {
    sink.refuse(
        parser.currentTokenLocation().getLineNr(),
        place == Place.LIST ? "A JSON list is expected here." : "A JSON object is expected here.");
    parser.skipChildren();
  }

  private void readElement(RowBatch batch, RowSink sink) {
    int depth = depthOf(parser.currentToken());
    long line = parser.currentTokenLocation().getLineNr();
    try {
      rows.read(parser, batch, sink, new JsonRowParser.Place(line, group));
      batch.endRow(line);
    } catch (JsonRowParser.NoRow e) {
      batch.beginRow();
      sink.refuse(line, String.valueOf(e.getMessage()));
      skipElement(depth);
    }
  }

  /// The nesting around an element at whose start the parser stands.
  private int depthOf(@Nullable JsonToken token) {
    int depth = parser.streamReadContext().getNestingDepth();
    return token != null && token.isStructStart() ? depth - 1 : depth;
  }

  /// Leaves the element that was refused.
  private void skipElement(int depth) {
    while (parser.streamReadContext().getNestingDepth() > depth) {
      parser.nextToken();
    }
  }

  @Override
  public long bytesRead() {
    return opened.bytesRead().getAsLong();
  }

  @Override
  public void close() throws IOException {
    opened.close();
  }
}
