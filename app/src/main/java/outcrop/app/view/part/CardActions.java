package outcrop.app.view.part;

import outcrop.analysis.dataset.Field;

/// What a user does to the cards of fields.
public interface CardActions {
  /// A value was chosen: its rows are to be kept.
  ///
  /// @param additive whether it joins or leaves those already chosen, else it stands alone
  void choose(Field field, String value, boolean additive);

  /// The rows without a value were chosen.
  void chooseMissing(Field field);

  /// Enter was pressed on the card, or its name was clicked.
  void open(Field field);

  /// What is done to the bars of the card.
  ChartActions bars(Field field);
}
