package outcrop.app.view.part;

import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.column.Column;
import outcrop.analysis.render.Markdown;

/// A text with the marks of Markdown as they mean. Nothing is fetched, and links open only when
/// they are clicked.
final class MarkdownLens extends ParsedLens {
  private static final int LONGEST = 60_000;
  private static final int MOST_BLOCKS = 400;
  private static final double INDENT = 16;

  MarkdownLens(LensContext context, Column column) {
    super(context, column);
  }

  @Override
  @Nullable Node read(String value, HitFinder hits) {
    List<Markdown.Block> blocks = value.length() > LONGEST ? List.of() : Markdown.read(value);
    // What was searched is marked, which is worth more than looks.
    boolean searched = hits != HitFinder.NONE && !hits.hits(column.field().name(), value).isEmpty();
    if (blocks.isEmpty() || blocks.size() > MOST_BLOCKS || searched) {
      return null;
    }
    VBox box = PartsStyle.styled(new VBox(6), "markdown");
    blocks.forEach(block -> box.getChildren().add(node(block)));
    return box;
  }

  private Node node(Markdown.Block block) {
    return switch (block) {
      case Markdown.Block.Heading heading ->
          flow(heading.runs(), "heading-" + Math.min(3, heading.level()));
      case Markdown.Block.Paragraph paragraph -> flow(paragraph.runs(), "paragraph");
      case Markdown.Block.Quote quote -> flow(quote.runs(), "quote");
      case Markdown.Block.Rule _ -> PartsStyle.styled(new Region(), "rule");
      case Markdown.Block.Code code -> {
        ReaderText text = PartsStyle.styled(new ReaderText(), "code-block");
        text.setText(code.text(), List.of());
        yield text;
      }
      case Markdown.Block.Item item -> {
        Label mark = PartsStyle.styled(new Label(item.mark()), "item-mark");
        mark.setMinWidth(Region.USE_PREF_SIZE);
        TextFlow text = flow(item.runs(), "paragraph");
        HBox line = new HBox(6, mark, text);
        HBox.setHgrow(text, Priority.ALWAYS);
        line.setPadding(new Insets(0, 0, 0, item.depth() * INDENT));
        yield line;
      }
    };
  }

  private TextFlow flow(List<Markdown.Run> runs, String style) {
    TextFlow flow = PartsStyle.styled(new TextFlow(), "markdown-flow", style);
    for (Markdown.Run run : runs) {
      flow.getChildren().add(run.link().matches("(?i)https?://\\S+") ? link(run) : text(run));
    }
    return flow;
  }

  private Node link(Markdown.Run run) {
    Hyperlink link = PartsStyle.styled(new Hyperlink(run.text()), "value-link");
    link.setMnemonicParsing(false);
    link.setOnAction(event -> context.actions().openLink(run.link()));
    return link;
  }

  private static Text text(Markdown.Run run) {
    Text text = PartsStyle.styled(new Text(run.text()), "markdown-text");
    if (run.bold()) {
      text.getStyleClass().add("bold");
    }
    if (run.italic()) {
      text.getStyleClass().add("italic");
    }
    if (run.code()) {
      text.getStyleClass().add("code");
    }
    return text;
  }
}
