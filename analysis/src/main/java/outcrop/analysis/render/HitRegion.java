package outcrop.analysis.render;

/// A place of a drawing that stands for something.
public record HitRegion(Bounds bounds, Target target) {}
