package outcrop.app.view.part;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Which words of two texts are not in the other one, in the sense of the longest common
/// subsequence of words.
///
/// What both texts begin and end with is set apart first. Where the rest is too long to be aligned
/// within a frame, all of it counts as different.
///
/// @param first stretches of the first text, rising and apart
/// @param second stretches of the second text
record WordDifference(List<Span> first, List<Span> second) {
  private static final Pattern TOKEN =
      Pattern.compile("[\\p{L}\\p{N}\\p{M}_]+|\\s+|.", Pattern.DOTALL);

  /// Cells of the table that the alignment takes at most.
  private static final long MOST_CELLS = 4_000_000;

  private record Token(int start, int end, String text) {}

  static WordDifference between(String one, String other) {
    List<Token> first = tokens(one);
    List<Token> second = tokens(other);
    int shorter = Math.min(first.size(), second.size());
    int head = 0;
    while (head < shorter && same(first.get(head), second.get(head))) {
      head++;
    }
    int tail = 0;
    while (tail < shorter - head
        && same(first.get(first.size() - 1 - tail), second.get(second.size() - 1 - tail))) {
      tail++;
    }
    List<Token> middleFirst = first.subList(head, first.size() - tail);
    List<Token> middleSecond = second.subList(head, second.size() - tail);
    if ((long) middleFirst.size() * middleSecond.size() > MOST_CELLS) {
      return new WordDifference(spans(middleFirst), spans(middleSecond));
    }
    return aligned(middleFirst, middleSecond);
  }

  private static boolean same(Token one, Token other) {
    return one.text().equals(other.text());
  }

  private static List<Token> tokens(String text) {
    List<Token> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(text);
    while (matcher.find()) {
      tokens.add(new Token(matcher.start(), matcher.end(), matcher.group()));
    }
    return tokens;
  }

  private static WordDifference aligned(List<Token> first, List<Token> second) {
    int[][] common = new int[first.size() + 1][second.size() + 1];
    for (int i = first.size() - 1; i >= 0; i--) {
      for (int j = second.size() - 1; j >= 0; j--) {
        common[i][j] =
            same(first.get(i), second.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    List<Token> onlyFirst = new ArrayList<>();
    List<Token> onlySecond = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < first.size() && j < second.size()) {
      if (same(first.get(i), second.get(j))) {
        i++;
        j++;
      } else if (common[i + 1][j] >= common[i][j + 1]) {
        onlyFirst.add(first.get(i++));
      } else {
        onlySecond.add(second.get(j++));
      }
    }
    onlyFirst.addAll(first.subList(i, first.size()));
    onlySecond.addAll(second.subList(j, second.size()));
    return new WordDifference(spans(onlyFirst), spans(onlySecond));
  }

  private static List<Span> spans(List<Token> tokens) {
    return joined(tokens.stream().map(token -> new Span(token.start(), token.end())));
  }

  /// Neighbours put together.
  private static List<Span> joined(Stream<Span> rising) {
    List<Span> spans = new ArrayList<>();
    rising.forEach(
        span -> {
          if (!spans.isEmpty() && spans.getLast().end() >= span.start()) {
            Span last = spans.removeLast();
            spans.add(new Span(last.start(), Math.max(last.end(), span.end())));
          } else {
            spans.add(span);
          }
        });
    return List.copyOf(spans);
  }

  /// Everything that is in any of the lists.
  static List<Span> union(List<List<Span>> lists) {
    return joined(
        lists.stream().flatMap(List::stream).sorted(Comparator.comparingInt(Span::start)));
  }
}
