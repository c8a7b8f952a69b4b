package outcrop.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import outcrop.analysis.curation.ShareText;
import outcrop.analysis.dataset.Schema;
import outcrop.analysis.index.QueryPrinter;
import outcrop.analysis.spec.ShapeTarget;
import outcrop.analysis.spec.ShapeTarget.ClassAmount;
import outcrop.analysis.task.UserFailure;

/// A target as users write it, such as `cap:500`.
final class TargetText {
  private static final long LARGEST_FILE = 64L << 20;

  private TargetText() {}

  /// @param like counts the shares among the rows that a query finds
  /// @throws UsageFailure for a text that is no target
  static ShapeTarget parse(String text, Schema schema, Function<String, ShapeTarget> like) {
    int colon = text.indexOf(':');
    String kind = colon < 0 ? text : text.substring(0, colon);
    String rest = colon < 0 ? "" : text.substring(colon + 1);
    try {
      return switch (kind) {
        case "uniform" -> new ShapeTarget.Uniform();
        case "cap" -> new ShapeTarget.Cap(Long.parseLong(rest));
        case "temperature" -> new ShapeTarget.Temperature(Double.parseDouble(rest));
        case "like" -> like.apply(query(rest, schema));
        case "shares" -> new ShapeTarget.Shares(file(rest));
        case "rows" -> new ShapeTarget.Rows(ShareText.parse(rest, "--target"));
        default -> {
          if (!text.contains("=")) {
            throw unknown(text);
          }
          yield new ShapeTarget.Shares(ShareText.parse(text, "--target"));
        }
      };
    } catch (NumberFormatException wrong) {
      throw new UsageFailure(
          "--target " + kind + " wants a number behind it, not \"" + rest + "\".");
    } catch (IllegalArgumentException wrong) {
      throw new UsageFailure("--target " + text + ": " + wrong.getMessage() + ".");
    }
  }

  private static UsageFailure unknown(String text) {
    return new UsageFailure(
        "\""
            + text
            + "\" is no target: write cap:500, temperature:0.5, uniform, like:split=train,"
            + " shares:FILE, rows:a=100 or a=0.5,b=0.5.");
  }

  /// `field=value` as a query; anything else is one.
  private static String query(String text, Schema schema) {
    int equals = text.indexOf('=');
    if (equals < 0 || schema.find(text.substring(0, equals)).isEmpty()) {
      return text;
    }
    return QueryPrinter.escape(text.substring(0, equals))
        + ":"
        + QueryPrinter.escape(text.substring(equals + 1));
  }

  private static List<ClassAmount> file(String name) {
    Path file = Path.of(name);
    try {
      if (Files.size(file) > LARGEST_FILE) {
        throw new UserFailure(file + " is larger than 64 MiB, too large for a list of shares.");
      }
      return ShareText.parse(Files.readString(file), file.toString());
    } catch (IOException failure) {
      throw new UserFailure(
          file + " cannot be read as text: " + failure.getMessage() + ".", failure);
    }
  }
}
