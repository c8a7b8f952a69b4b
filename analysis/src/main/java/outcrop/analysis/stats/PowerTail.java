package outcrop.analysis.stats;

import outcrop.analysis.stats.PowerLawFit.Kind;

/// The power law itself.
record PowerTail(double alpha, double logNormaliser) implements TailLaw {
  static PowerTail of(PowerLawFit fit) {
    double logNormaliser =
        fit.kind() == Kind.DISCRETE
            ? Math.log(HurwitzZeta.of(fit.alpha(), fit.xmin()))
            : (1 - fit.alpha()) * Math.log(fit.xmin()) - Math.log(fit.alpha() - 1);
    return new PowerTail(fit.alpha(), logNormaliser);
  }

  @Override
  public double logDensity(double x) {
    return -alpha * Math.log(x) - logNormaliser;
  }
}
