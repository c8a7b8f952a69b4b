package outcrop.app.cli;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.dataset.Json;
import outcrop.analysis.stats.Alternative;
import outcrop.analysis.stats.Band;
import outcrop.analysis.stats.Burstiness;
import outcrop.analysis.stats.ClassCounts;
import outcrop.analysis.stats.CountDispersion;
import outcrop.analysis.stats.CoverageCurve;
import outcrop.analysis.stats.GapBurstiness;
import outcrop.analysis.stats.Goodness;
import outcrop.analysis.stats.Interval;
import outcrop.analysis.stats.PowerLawFit;
import outcrop.analysis.stats.PowerLawResult;
import outcrop.analysis.stats.RepeatLift;
import outcrop.analysis.stats.Richness;
import outcrop.analysis.stats.SingletonCost;
import outcrop.analysis.stats.TailMeasures;
import outcrop.analysis.stats.TermSpread;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A long tail as JSON. Every key is always there; what cannot be told is null. `intervals` holds
/// the 95 % intervals by the name of the measure.
final class TailJson {
  private static final double[] COVERED = {0.5, 0.8, 0.95, 0.99};
  private static final int[] TOP = {1, 10, 100};
  private static final int LISTED = 20;

  private TailJson() {}

  static ObjectNode of(TailReport report) {
    ObjectNode document = Json.MAPPER.createObjectNode();
    document.put("field", report.field());
    document.put("counted", FieldNames.word(report.unit()));
    document.put("rows", report.rows());
    document.put("n", report.n());
    document.put("distinct", report.distinct());
    document.put("missing", report.missing());
    document.put("unusable", report.unusable());
    document.put("notPositive", report.notPositive());
    putMeasures(document, report.measures().orElse(null));
    putPowerLaw(document.putObject("powerLaw"), report.powerLaw());
    document.put("bandRule", report.bandRule());
    putBands(document.putArray("bands"), report.bands());
    putBurstiness(document, report);
    putTop(document.putArray("top"), report.classes());
    ObjectNode parameters = document.putObject("parameters");
    parameters.put("confidence", Interval.CONFIDENCE);
    parameters.put("bootstrap", report.draws());
    parameters.put("by", report.by().isEmpty() ? null : report.by());
    parameters.put("aceRare", Richness.RARE);
    document.put("seed", report.seed());
    return document;
  }

  private static void putMeasures(ObjectNode node, @Nullable TailMeasures measures) {
    Richness richness = measures == null ? null : measures.richness();
    put(node, "gini", measures, of -> of.inequality().gini());
    put(node, "giniUnbiased", measures, of -> of.inequality().giniUnbiased());
    put(node, "entropyBits", measures, of -> of.diversity().entropyBits());
    put(node, "hill1", measures, of -> of.diversity().hill1());
    put(node, "hill2", measures, of -> of.diversity().hill2());
    put(node, "evenness", measures, of -> of.diversity().evenness());
    put(node, "imbalance", measures, of -> of.inequality().imbalance());
    node.put("rarestFlagged", measures == null ? null : measures.inequality().rarestFlagged());
    put(node, "singletons", richness, Richness::singletons);
    put(node, "doubletons", richness, Richness::doubletons);
    put(node, "unseenMass", richness, Richness::unseenMass);
    put(node, "chao1", richness, Richness::chao1);
    put(node, "chao1BiasCorrected", richness, Richness::chao1BiasCorrected);
    put(node, "ace", richness, Richness::ace);
    put(node, "coverage", richness, Richness::coverage);
    put(node, "zipfExponent", measures, of -> of.zipf().exponent());
    put(node, "zipfLeastSquares", measures, of -> of.zipf().leastSquares());
    putNewClasses(node, measures, richness);
    putCoverage(node, measures == null ? null : measures.coverage());
    putSingletonCost(node, measures == null ? null : measures.singletonCost());
    putIntervals(node.putObject("intervals"), measures, richness);
  }

  private static void putNewClasses(
      ObjectNode node, @Nullable TailMeasures measures, @Nullable Richness richness) {
    if (measures == null || richness == null) {
      node.putNull("newClasses");
      return;
    }
    ArrayNode list = node.putArray("newClasses");
    for (double share : new double[] {0.1, 0.5, 1}) {
      ObjectNode point = list.addObject();
      put(point, "moreRows", Math.round(share * richness.n()));
      put(point, "expected", Richness.newClasses(measures.counts(), share));
    }
  }

  private static void putCoverage(ObjectNode node, @Nullable CoverageCurve curve) {
    ArrayNode points = node.putArray("coverageCurve");
    ArrayNode top = node.putArray("topShare");
    if (curve == null) {
      return;
    }
    for (double share : COVERED) {
      points.addObject().put("share", share).put("classes", curve.classesFor(share));
    }
    for (int classes : TOP) {
      put(top.addObject().put("classes", classes), "share", curve.topShare(classes));
    }
  }

  private static void putSingletonCost(ObjectNode node, @Nullable SingletonCost cost) {
    if (cost == null) {
      node.putNull("singletonCost");
      return;
    }
    ObjectNode object = node.putObject("singletonCost");
    object.put("theoretical", true);
    put(object, "share", cost.cost());
    put(object, "expectedSingletons", cost.expectedSingletons());
    put(object, "unseenMass", cost.unseenMass());
  }

  private static void putIntervals(
      ObjectNode node, @Nullable TailMeasures measures, @Nullable Richness richness) {
    if (measures == null) {
      return;
    }
    put(node, "gini", measures.inequality().giniInterval());
    put(node, "entropyBits", measures.diversity().entropyBitsInterval());
    put(node, "hill1", measures.diversity().hill1Interval());
    put(node, "hill2", measures.diversity().hill2Interval());
    if (richness != null) {
      put(node, "unseenMass", richness.unseenMassInterval());
      put(node, "chao1", richness.chao1Interval());
    }
    if (measures.classes() > 1) {
      put(node, "zipfExponent", measures.zipf().interval());
    }
  }

  private static void putPowerLaw(ObjectNode node, PowerLawResult result) {
    PowerLawFit fit = result.fit() instanceof PowerLawFit law ? law : null;
    Goodness goodness = result.goodness();
    node.put("kind", FieldNames.word(result.kind()));
    put(node, "alpha", fit, PowerLawFit::alpha);
    put(node, "xmin", fit, PowerLawFit::xmin);
    put(node, "nTail", fit, PowerLawFit::nTail);
    put(node, "ks", fit, PowerLawFit::ks);
    put(node, "se", fit, PowerLawFit::se);
    put(node, "logLikelihood", fit, PowerLawFit::logLikelihood);
    put(node, "pValue", goodness, Goodness::pValue);
    node.put("capped", result.capped());
    if (goodness != null) {
      ObjectNode intervals = node.putObject("intervals");
      put(intervals, "pValue", goodness.pInterval());
      put(intervals, "alpha", goodness.alphaInterval());
      put(intervals, "xmin", goodness.xminInterval());
      node.put("draws", goodness.draws());
    }
    ArrayNode list = node.putArray("alternatives");
    for (Alternative alternative : result.alternatives()) {
      ObjectNode one = list.addObject();
      one.put("name", FieldNames.word(alternative.law()));
      put(one, "ratio", alternative.ratio());
      put(one, "p", alternative.p());
      put(one, "logLikelihoodRatio", alternative.logLikelihoodRatio());
      one.put("nested", alternative.law().nested());
      one.put("atBound", alternative.atBound());
      one.put("favours", FieldNames.word(alternative.favours()));
    }
    node.put("verdict", result.verdict());
  }

  private static void putBands(ArrayNode list, List<Band> bands) {
    for (Band band : bands) {
      ObjectNode one = list.addObject().put("name", band.name()).put("classes", band.classes());
      put(one, "rows", band.rows());
      put(one, "largest", band.largest());
      put(one, "smallest", band.smallest());
    }
  }

  private static void putBurstiness(ObjectNode document, TailReport report) {
    Burstiness bursts = report.burstiness();
    if (!report.spread().isEmpty()) {
      putSpread(document.putObject("burstiness"), report.spread());
    } else if (bursts == null) {
      document.putNull("burstiness");
    } else {
      putBursts(document.putObject("burstiness"), bursts);
    }
  }

  private static void putSpread(ObjectNode node, List<TermSpread> spread) {
    node.put("by", "documents");
    ArrayNode list = node.putArray("terms");
    for (TermSpread each : spread) {
      CountDispersion dispersion = each.dispersion();
      ObjectNode one = list.addObject().put("value", each.term());
      one.put("n", dispersion.occurrences());
      one.put("documents", dispersion.documents());
      put(one, "varianceToMean", dispersion.varianceToMean());
      put(one, "perDocument", dispersion.perDocument());
      put(one, "residualIdf", dispersion.residualIdf());
      put(one, "dp", dispersion.deviation());
      put(one, "dpNorm", dispersion.deviationNorm());
    }
  }

  private static void putBursts(ObjectNode node, Burstiness bursts) {
    node.put("by", FieldNames.word(bursts.by()));
    node.put("n", bursts.n());
    ArrayNode windows = node.putArray("windows");
    for (Burstiness.WindowLift window : bursts.windows()) {
      putLift(windows.addObject().put("size", window.size()), window.lift());
    }
    RepeatLift context = bursts.context();
    if (context == null) {
      node.putNull("context");
    } else {
      putLift(node.putObject("context"), context);
    }
    put(node, "burstyShare", bursts.burstyShare());
    node.put("looksSorted", bursts.looksSorted());
    Burstiness.Middle middle = bursts.middle();
    ObjectNode gaps = node.putObject("gaps");
    gaps.put("classes", middle.classes());
    put(gaps, "median", middle.median());
    put(gaps, "tieShare", middle.tieShare());
    gaps.putNull("interval");
    middle.interval().ifPresent(interval -> put(gaps, "interval", interval));
    putClasses(node.putArray("classes"), bursts);
  }

  private static void putLift(ObjectNode node, RepeatLift lift) {
    node.put("contexts", lift.contexts());
    put(node, "lift", lift.lift());
    if (lift.permutations() == 0) {
      node.putNull("nullBand");
    } else {
      put(node, "nullBand", lift.nullBand());
    }
    node.put("permutations", lift.permutations());
  }

  private static void putClasses(ArrayNode list, Burstiness bursts) {
    for (int each :
        Arrays.copyOf(bursts.byFrequency(), Math.min(LISTED, bursts.byFrequency().length))) {
      ObjectNode one = list.addObject();
      one.put("value", bursts.names().apply(each));
      one.put("n", bursts.counts()[each]);
      GapBurstiness gaps = each < bursts.gaps().length ? bursts.gaps()[each] : null;
      GapBurstiness told = gaps == null || gaps.gaps() < GapBurstiness.FEWEST_GAPS ? null : gaps;
      put(one, "raw", told, GapBurstiness::raw);
      put(one, "corrected", told, GapBurstiness::corrected);
      put(one, "memory", told, GapBurstiness::memory);
      put(one, "tieShare", told, GapBurstiness::tieShare);
      put(one, "morisita", bursts.morisita()[each]);
    }
  }

  private static void putTop(ArrayNode list, @Nullable ClassCounts classes) {
    for (int rank = 0; classes != null && rank < Math.min(LISTED, classes.classes()); rank++) {
      list.addObject().put("value", classes.name(rank)).put("count", classes.counts()[rank]);
    }
  }

  private static void put(ObjectNode node, String name, Interval interval) {
    ObjectNode object = node.putObject(name);
    put(object, "lo", interval.low());
    put(object, "hi", interval.high());
  }

  private static <T> void put(
      ObjectNode node, String name, @Nullable T source, ToDoubleFunction<T> value) {
    put(node, name, source == null ? Double.NaN : value.applyAsDouble(source));
  }

  /// What is not a number here cannot be told.
  private static void put(ObjectNode node, String name, double value) {
    if (Double.isNaN(value)) {
      node.putNull(name);
    } else {
      JsonNumbers.put(node, name, value);
    }
  }
}
