package outcrop.app.view.part;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import outcrop.analysis.dataset.Conversation;
import outcrop.analysis.dataset.Conversation.Turn;

/// The turns of a conversation one below the other: who asks stands to the right, who answers to
/// the left, instructions over the whole width.
final class ConversationPane extends VBox {
  private static final Set<String> ASKING = Set.of("user", "human", "customer", "prompter");
  private static final Set<String> TELLING = Set.of("system", "developer");
  private static final PseudoClass ASKS = PseudoClass.getPseudoClass("asks");
  private static final PseudoClass TELLS = PseudoClass.getPseudoClass("tells");

  /// More turns come when they are asked for.
  private static final int AT_ONCE = 100;

  private static final double INDENT = 0.12;

  private final Words words;
  private final List<ReaderText> texts = new ArrayList<>();
  private final Hyperlink more = new Hyperlink();
  private List<Turn> turns = List.of();
  private Function<String, List<Span>> hits = text -> List.of();
  private double letterSize;
  private int shown;

  ConversationPane(Words words) {
    super(10);
    this.words = words;
    getStyleClass().add("conversation");
    setFillWidth(true);
    more.setOnAction(event -> showMore());
  }

  /// @param pixels 0 for the size of the style sheet
  void setLetterSize(double pixels) {
    letterSize = pixels;
    texts.forEach(text -> text.setLetterSize(pixels));
  }

  /// Shows turns.
  ///
  /// @param finder the stretches to mark in a text
  void setTurns(Conversation conversation, Function<String, List<Span>> finder) {
    turns = conversation.turns();
    hits = finder;
    texts.clear();
    getChildren().clear();
    shown = 0;
    showMore();
  }

  /// The texts that are shown, in order.
  List<ReaderText> texts() {
    return texts;
  }

  private void showMore() {
    getChildren().remove(more);
    int end = Math.min(turns.size(), shown + AT_ONCE);
    turns.subList(shown, end).forEach(this::add);
    shown = end;
    if (shown < turns.size()) {
      more.setText(words.get("conversation.more", turns.size() - shown));
      getChildren().add(more);
    }
  }

  private void add(Turn turn) {
    String speaker = turn.speaker().toLowerCase(Locale.ROOT);
    ReaderText text = new ReaderText();
    if (letterSize > 0) {
      text.setLetterSize(letterSize);
    }
    String said = shortened(turn.text());
    text.setText(said, hits.apply(said));
    texts.add(text);
    Label who = PartsStyle.styled(new Label(turn.speaker()), "turn-speaker");
    VBox bubble = PartsStyle.styled(new VBox(2, who, text), "turn");
    bubble.pseudoClassStateChanged(ASKS, ASKING.contains(speaker));
    bubble.pseudoClassStateChanged(TELLS, TELLING.contains(speaker));
    getChildren().add(new Side(bubble, ASKING.contains(speaker), TELLING.contains(speaker)));
  }

  /// What one turn shows at most; the text lens has all of it.
  private static String shortened(String text) {
    return text.length() <= TextPages.PAGE ? text : text.substring(0, TextPages.PAGE) + "…";
  }

  /// A bubble with room left free on the side of the other speaker.
  private static final class Side extends Region {
    private final VBox bubble;
    private final boolean right;
    private final boolean wide;

    Side(VBox bubble, boolean right, boolean wide) {
      this.bubble = bubble;
      this.right = right;
      this.wide = wide;
      getChildren().add(bubble);
    }

    private double free(double width) {
      return wide ? 0 : Math.floor(width * INDENT);
    }

    @Override
    public javafx.geometry.Orientation getContentBias() {
      return javafx.geometry.Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
      double own = width < 0 ? getWidth() : width;
      return bubble.prefHeight(own - free(own));
    }

    @Override
    protected double computeMinHeight(double width) {
      return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
      double free = free(getWidth());
      bubble.resizeRelocate(right ? free : 0, 0, getWidth() - free, getHeight());
    }
  }
}
