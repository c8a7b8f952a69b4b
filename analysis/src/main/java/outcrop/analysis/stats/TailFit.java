package outcrop.analysis.stats;

/// What came of fitting a power law: a fit, or why there is none.
public sealed interface TailFit permits PowerLawFit, TooLittleData {}
