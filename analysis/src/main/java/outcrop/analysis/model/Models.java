package outcrop.analysis.model;

/// The way from a spec to its result.
public final class Models {
  private Models() {}

  /// Makes a model.
  ///
  /// @throws outcrop.analysis.task.UserFailure where the fields are not there or the method cannot
  ///   take them
  /// @throws java.util.concurrent.CancellationException when cancelled
  public static ModelResult run(ModelSpec spec, ModelInput input) {
    return switch (spec) {
      case SpaceSpec.Joined joined -> JoinedSpace.run(joined, input);
      case SpaceSpec.Text text -> Spaces.place(Spaces.fit(text, input), text, input);
      case SpaceSpec.Table table -> Spaces.place(Spaces.fit(table, input), table, input);
      case SpaceSpec.Image image -> Spaces.place(Spaces.fit(image, input), image, input);
      case SpaceSpec.Saved saved ->
          Spaces.place(input.files().read(saved.file()), saved.made(), input);
      case ProjectionSpec projection -> MapMaker.run(projection, input);
      case ClusterSpec clusters -> ClusterModel.run(clusters, input);
    };
  }
}
