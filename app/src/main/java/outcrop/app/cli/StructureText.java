package outcrop.app.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import outcrop.analysis.dataset.Json;
import outcrop.analysis.discovery.Attribute;
import outcrop.analysis.discovery.Dimension;
import outcrop.analysis.discovery.StructureReport;
import outcrop.analysis.discovery.SubpopulationStructure;
import tools.jackson.databind.node.ObjectNode;

/// A structure of subpopulations for people and as JSON.
final class StructureText {
  private static final int SHOWN = 12;

  private StructureText() {}

  static ObjectNode json(StructureReport report) {
    SubpopulationStructure structure = report.structure();
    ObjectNode document = Json.MAPPER.createObjectNode();
    document.put("structure", structure.name());
    document.set("made", Json.MAPPER.valueToTree(structure.made()));
    document.put("rows", report.rows());
    var dimensions = document.putArray("dimensions");
    for (StructureReport.OfDimension of : report.dimensions()) {
      Dimension dimension = of.dimension();
      ObjectNode node = dimensions.addObject();
      node.put("name", dimension.name());
      node.put("field", structure.field(dimension));
      if (!dimension.classValue().isEmpty()) {
        node.put("class", dimension.classValue());
      }
      var attributes = node.putArray("attributes");
      for (int i = 0; i < of.sizes().length; i++) {
        Attribute attribute = dimension.attributes().get(i);
        attributes
            .addObject()
            .put("name", attribute.name())
            .put("rows", of.sizes()[i])
            .put("share", share(of.sizes()[i], of.rows()))
            .put("rule", attribute.rule().text());
      }
      node.put("unassigned", of.unassigned());
      JsonNumbers.put(node, "confidence", of.confidence());
      if (dimension.classifier() != null && dimension.classifier().agreement() != null) {
        node.put("agreement", dimension.classifier().agreement());
        node.put("heldOut", dimension.classifier().heldOut());
      }
    }
    document.put("unassigned", report.unassigned());
    return document;
  }

  private static double share(int part, int whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }

  static List<String> lines(StructureReport report) {
    List<String> lines = new ArrayList<>();
    SubpopulationStructure.Made made = report.structure().made();
    lines.add(
        Words.count(report.rows(), "row")
            + ", "
            + Words.count(report.unassigned())
            + " without any attribute; found by "
            + made.method()
            + (made.model().isEmpty() ? "" : " (" + CellText.harmless(made.model()) + ")")
            + " in "
            + Words.count(made.rows(), "row")
            + ", seed "
            + made.seed());
    for (StructureReport.OfDimension of : report.dimensions()) {
      lines.add("");
      lines.add(
          CellText.harmless(of.dimension().label())
              + ": "
              + Words.share(of.rows() - of.unassigned(), of.rows())
              + " assigned"
              + (Double.isNaN(of.confidence())
                  ? ""
                  : String.format(Locale.ROOT, ", mean confidence %.2f", of.confidence())));
      TextTable table =
          new TextTable()
              .column("attribute", TextTable.Align.LEFT, 40)
              .column("rows", TextTable.Align.RIGHT)
              .column("share", TextTable.Align.RIGHT)
              .column("rule", TextTable.Align.LEFT, 60);
      int[] order =
          IntStream.range(0, of.sizes().length)
              .boxed()
              .sorted(Comparator.comparingInt((Integer i) -> -of.sizes()[i]))
              .mapToInt(Integer::intValue)
              .toArray();
      for (int i = 0; i < Math.min(SHOWN, order.length); i++) {
        Attribute attribute = of.dimension().attributes().get(order[i]);
        table.row(
            attribute.name(),
            Words.count(of.sizes()[order[i]]),
            Words.share(of.sizes()[order[i]], of.rows()),
            attribute.rule().text());
      }
      lines.addAll(table.lines(120));
      if (order.length > SHOWN) {
        lines.add("and " + (order.length - SHOWN) + " more");
      }
    }
    return lines;
  }
}
