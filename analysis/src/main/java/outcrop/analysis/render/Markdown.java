package outcrop.analysis.render;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The blocks of a Markdown text: headings, paragraphs, lists, quotations, code, rules. HTML is
/// text like any other, and pictures are named, not fetched.
public final class Markdown {
  /// A stretch of text in one look.
  ///
  /// @param link the address that it leads to; empty for none
  public record Run(String text, boolean bold, boolean italic, boolean code, String link) {}

  /// A block from margin to margin.
  public sealed interface Block {
    /// @param level 1…6
    record Heading(int level, List<Run> runs) implements Block {}

    record Paragraph(List<Run> runs) implements Block {}

    /// @param depth 0 for the outermost list
    /// @param mark what stands before it, such as `•` or `2.`
    record Item(int depth, String mark, List<Run> runs) implements Block {}

    record Quote(List<Run> runs) implements Block {}

    record Code(String text) implements Block {}

    record Rule() implements Block {}
  }

  private static final Pattern HEADING = Pattern.compile("(#{1,6})\\s+(.*?)\\s*#*");
  private static final Pattern ITEM = Pattern.compile("(\\s*)([-*+]|\\d{1,9}[.)])\\s+(.*)");
  private static final Pattern RULE = Pattern.compile(" {0,3}([-*_])(?:\\s*\\1){2,}\\s*");
  private static final Pattern FENCE = Pattern.compile(" {0,3}(```+|~~~+).*");
  private static final Pattern INLINE =
      Pattern.compile(
          "`([^`\\n]+)`"
              + "|(!?)\\[([^\\[\\]\\n]*)\\]\\(([^()\\s]*(?:\\([^()\\s]*\\)[^()\\s]*)*)[^()\\n]*\\)"
              + "|(\\*\\*|__)(?=\\S)(.+?)(?<=\\S)\\5"
              + "|(?<![\\p{L}\\p{N}*_])([*_])(?=[^\\s*_])([^*_\\n]+?)(?<=\\S)\\7(?![\\p{L}\\p{N}])"
              + "|\\\\(\\p{Punct})");

  private final List<Block> blocks = new ArrayList<>();
  private final StringBuilder paragraph = new StringBuilder();

  private Markdown() {}

  /// Reads a text; every text is readable.
  public static List<Block> read(String text) {
    Markdown reader = new Markdown();
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      Matcher fence = FENCE.matcher(lines.get(i));
      if (fence.matches()) {
        i = reader.code(lines, i, fence.group(1).substring(0, 3));
      } else {
        reader.line(lines.get(i));
      }
    }
    reader.endParagraph();
    return List.copyOf(reader.blocks);
  }

  /// @return the line that ends the code
  private int code(List<String> lines, int start, String fence) {
    endParagraph();
    int end = start + 1;
    while (end < lines.size() && !lines.get(end).stripLeading().startsWith(fence)) {
      end++;
    }
    blocks.add(new Block.Code(String.join("\n", lines.subList(start + 1, end))));
    return end;
  }

  private void line(String line) {
    Matcher heading = HEADING.matcher(line);
    Matcher item = ITEM.matcher(line);
    if (line.isBlank()) {
      endParagraph();
    } else if (heading.matches()) {
      endParagraph();
      blocks.add(new Block.Heading(heading.group(1).length(), runs(heading.group(2))));
    } else if (RULE.matcher(line).matches()) {
      endParagraph();
      blocks.add(new Block.Rule());
    } else if (item.matches()) {
      endParagraph();
      String mark = item.group(2).length() == 1 ? "•" : item.group(2);
      int depth = Math.min(6, item.group(1).replace("\t", "    ").length() / 2);
      blocks.add(new Block.Item(depth, mark, runs(item.group(3))));
    } else if (line.stripLeading().startsWith(">")) {
      endParagraph();
      String quoted = line.stripLeading().substring(1).strip();
      blocks.add(new Block.Quote(runs(quoted)));
    } else {
      paragraph.append(paragraph.isEmpty() ? "" : "\n").append(line.strip());
    }
  }

  private void endParagraph() {
    if (!paragraph.isEmpty()) {
      blocks.add(new Block.Paragraph(runs(paragraph.toString())));
      paragraph.setLength(0);
    }
  }

  public static List<Run> runs(String text) {
    List<Run> runs = new ArrayList<>();
    addRuns(text, false, false, runs);
    return List.copyOf(runs);
  }

  private static void addRuns(String text, boolean bold, boolean italic, List<Run> runs) {
    Matcher matcher = INLINE.matcher(text);
    int done = 0;
    while (matcher.find()) {
      add(text.substring(done, matcher.start()), bold, italic, runs);
      done = matcher.end();
      if (matcher.group(1) != null) {
        runs.add(new Run(matcher.group(1), bold, italic, true, ""));
      } else if (matcher.group(3) != null) {
        boolean picture = !matcher.group(2).isEmpty();
        String name = matcher.group(3).isEmpty() ? matcher.group(4) : matcher.group(3);
        runs.add(
            new Run(
                picture ? "[" + name + "]" : name,
                bold,
                italic,
                false,
                picture ? "" : matcher.group(4)));
      } else if (matcher.group(6) != null) {
        addRuns(matcher.group(6), true, italic, runs);
      } else if (matcher.group(8) != null) {
        addRuns(matcher.group(8), bold, true, runs);
      } else {
        add(matcher.group(9), bold, italic, runs);
      }
    }
    add(text.substring(done), bold, italic, runs);
  }

  private static void add(String text, boolean bold, boolean italic, List<Run> runs) {
    if (!text.isEmpty()) {
      runs.add(new Run(text, bold, italic, false, ""));
    }
  }
}
