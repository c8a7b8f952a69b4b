package outcrop.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.dataset.Json;
import outcrop.analysis.dataset.NearestNames;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.UserFailure;
import outcrop.analysis.task.WholeFile;
import outcrop.sample.SampleCatalogue;
import outcrop.sample.SampleDataset;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// `samples`: lists the datasets that Outcrop can make, or makes one.
@Command(
    name = "samples",
    mixinStandardHelpOptions = true,
    description = {
      "Lists the sample datasets, or writes one.",
      "Each comes with a file that says the truth about it; the same seed gives the same files on"
          + " every machine."
    },
    footerHeading = "%nExample:%n",
    footer = "  outcrop samples reviews --to data")
final class SamplesCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "NAME",
      description = "The dataset to write; without it, all are listed.")
  private @Nullable String name;

  @Option(
      names = "--to",
      paramLabel = "DIR",
      description = "Where the folder NAME is made; the current folder by default.")
  private Path folder = Path.of("");

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "What the dataset is drawn with; ${DEFAULT-VALUE} by default.")
  private long seed = SampleCatalogue.DEFAULT_SEED;

  @Option(names = "--json", description = "Print one JSON document.")
  private boolean json;

  SamplesCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    if (name == null) {
      list();
    } else {
      write(name);
    }
    return ExitCode.DONE;
  }

  private void list() {
    if (json) {
      ObjectNode document = Json.MAPPER.createObjectNode();
      ArrayNode samples = document.putArray("samples");
      for (SampleDataset dataset : SampleCatalogue.datasets()) {
        ObjectNode node = samples.addObject();
        node.put("name", dataset.name());
        node.put("rows", dataset.rows());
        node.put("description", dataset.description());
      }
      session.print(document);
      return;
    }
    TextTable table =
        new TextTable()
            .column("name", TextTable.Align.LEFT)
            .column("rows", TextTable.Align.RIGHT)
            .column("contents", TextTable.Align.LEFT);
    for (SampleDataset dataset : SampleCatalogue.datasets()) {
      table.row(dataset.name(), Words.count(dataset.rows()), dataset.description());
    }
    session.print(table);
  }

  private void write(String wanted) {
    List<String> names = SampleCatalogue.datasets().stream().map(SampleDataset::name).toList();
    SampleDataset dataset =
        SampleCatalogue.byName(wanted)
            .orElseThrow(
                () ->
                    new UsageFailure(
                        "There is no sample dataset \""
                            + wanted
                            + "\"; there are "
                            + String.join(", ", names)
                            + "."
                            + NearestNames.question(wanted, names)));
    Path data = session.work("Making " + wanted, context -> generate(dataset, context));
    if (json) {
      ObjectNode document = Json.MAPPER.createObjectNode();
      document.put("name", wanted);
      document.put("rows", dataset.rows());
      document.put("data", data.toString());
      document.put("truth", dataset.truthPath(folder).toString());
      session.print(document);
    } else {
      session.print("Wrote " + Words.count(dataset.rows(), "row") + ": " + data);
      session.print("The truth about them: " + dataset.truthPath(folder));
    }
  }

  private Path generate(SampleDataset dataset, TaskContext context) {
    context.stage("Drawing rows");
    try {
      return dataset.generate(
          folder,
          seed,
          (done, total) -> {
            context.checkCancelled();
            context.progress(done, total);
          });
    } catch (IOException failure) {
      throw new UserFailure(WholeFile.sentence(folder, failure), failure);
    }
  }
}
