package outcrop.analysis.io;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import outcrop.analysis.image.ImageFormat;
import outcrop.analysis.io.ImportSpec.SourceSpec;
import outcrop.analysis.io.OpenedSources.Source;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.UserFailure;

/// The dataset in a folder that nobody prepared: of the files that can be read, those of one format
/// with nearly the same fields, most bytes first. All others are named with the reason.
final class LargestGroup {
  /// Common fields among all fields of two files that belong together: a column that came or went
  /// over the years does not part them.
  private static final double ALIKE = 0.6;

  private static final int MOST_NAMED = 50;
  private static final Set<String> DOCUMENTS =
      Set.of(
          "license",
          "licence",
          "readme",
          "copying",
          "notice",
          "changelog",
          "citation",
          "authors",
          "source",
          "makefile",
          "dockerfile",
          "requirements",
          "data_license");
  private static final Set<String> DOCUMENT_ENDINGS =
      Set.of(
          "md",
          "rst",
          "html",
          "htm",
          "pdf",
          "doc",
          "docx",
          "py",
          "ipynb",
          "r",
          "sh",
          "java",
          "js",
          "css",
          "xml",
          "yml",
          "yaml",
          "toml",
          "ini",
          "cfg",
          "dvc",
          "citation",
          "bib",
          "tex");
  private final FolderListing listing;
  private final TaskContext context;
  private final SourceLayouts layouts;
  private final List<Candidate> readable = new ArrayList<>();
  private final List<String> documents = new ArrayList<>();
  private final List<String> images = new ArrayList<>();
  private final List<String> refusals = new ArrayList<>();

  /// A file that can be read.
  private record Candidate(Path relative, Source source) {
    String name() {
      return FolderListing.text(relative);
    }

    private Set<String> fields() {
      Set<String> fields = new HashSet<>(source.layout().fields());
      fields.addAll(PathConstants.partition(relative).keySet());
      return fields;
    }

    boolean isAlike(Candidate other) {
      if (!source.spec().format().equals(other.source.spec().format())) {
        return false;
      }
      Set<String> own = fields();
      Set<String> all = fields();
      all.addAll(other.fields());
      own.retainAll(other.fields());
      boolean named = !"false".equals(source.spec().options().get(DelimitedReader.HEADER));
      return own.size() >= (named ? ALIKE : 1) * all.size();
    }

    boolean hasFieldsOf(Candidate other) {
      return fields().equals(other.fields());
    }
  }

  LargestGroup(FolderListing listing, TaskContext context) {
    this.listing = listing;
    this.context = context;
    this.layouts = new SourceLayouts(listing.root(), context);
  }

  /// @throws UserFailure where nothing can be read at all
  FoundSources find() {
    listing.files().forEach(this::look);
    List<Candidate> group = largest();
    List<String> warnings = new ArrayList<>(listing.warnings());
    if (group.isEmpty()) {
      throw new UserFailure(nothing());
    }
    for (Candidate file : group) {
      for (String warning : file.source().layout().warnings()) {
        warnings.add(group.size() == 1 ? warning : file.name() + ": " + warning);
      }
    }
    refuseOthers(group);
    addCounted(warnings, documents, "a document or a program, not data");
    addCounted(warnings, images, "an image, and the folder is read for its tables");
    warnings.addAll(refusals.subList(0, Math.min(MOST_NAMED, refusals.size())));
    if (refusals.size() > MOST_NAMED) {
      warnings.add(refusals.size() - MOST_NAMED + " more files are left out for such reasons.");
    }
    List<String> splits = PathConstants.splits(group.stream().map(Candidate::relative).toList());
    List<SourceSpec> specs = new ArrayList<>();
    for (int i = 0; i < group.size(); i++) {
      Candidate file = group.get(i);
      Map<String, String> constants = SourceFinder.constants(file.relative());
      if (!splits.isEmpty()) {
        constants.putIfAbsent(PathConstants.SPLIT, splits.get(i));
      }
      SourceSpec spec = file.source().spec();
      specs.add(
          new SourceSpec(
              listing.root().resolve(file.relative()).toString(),
              spec.format(),
              spec.options(),
              constants));
    }
    return new FoundSources(specs, Map.of(), warnings);
  }

  private void look(Path relative) {
    context.checkCancelled();
    context.stage("Looking at " + FolderListing.text(relative));
    String name = String.valueOf(relative.getFileName()).toLowerCase(Locale.ROOT);
    String ending = name.substring(name.lastIndexOf('.') + 1);
    if (ImageFormat.ofName(name).isPresent()) {
      images.add(FolderListing.text(relative));
    } else if (DOCUMENT_ENDINGS.contains(ending)
        || DOCUMENTS.contains(name.replaceFirst("\\..*", ""))) {
      documents.add(FolderListing.text(relative));
    } else {
      try {
        readable.add(
            new Candidate(
                relative, layouts.open(new SourceSpec(relative.toString(), "", Map.of()))));
      } catch (UserFailure refused) {
        refusals.add(FolderListing.text(relative) + " is left out: " + refused.getMessage());
      }
    }
  }

  private List<Candidate> largest() {
    List<List<Candidate>> groups = new ArrayList<>();
    for (Candidate file : readable) {
      groups.stream()
          .filter(group -> group.getFirst().isAlike(file))
          .findFirst()
          .ifPresentOrElse(
              group -> group.add(file), () -> groups.add(new ArrayList<>(List.of(file))));
    }
    List<Candidate> largest = List.of();
    long most = -1;
    for (List<Candidate> group : groups) {
      long bytes = group.stream().mapToLong(file -> file.source().file().size()).sum();
      if (bytes > most) {
        most = bytes;
        largest = group;
      }
    }
    return largest;
  }

  private void refuseOthers(List<Candidate> group) {
    String those =
        group.size() == 1
            ? group.getFirst().name()
            : "the " + group.size() + " files that are read";
    for (Candidate file : readable) {
      if (!group.contains(file)) {
        refusals.add(
            file.name()
                + " is left out: "
                + (file.hasFieldsOf(group.getFirst())
                    ? "it has the fields of " + group.getFirst().name() + " in another format."
                    : "its fields (" + shown(file) + ") are not those of " + those + "."));
      }
    }
  }

  private static String shown(Candidate file) {
    List<String> fields =
        file.source().layout().fields().stream().map(FieldEvidence.Example::snippet).toList();
    return String.join(", ", fields.subList(0, Math.min(4, fields.size())))
        + (fields.size() > 4 ? ", …" : "");
  }

  private String nothing() {
    String start = listing.root() + " holds no file that can be read";
    if (!refusals.isEmpty()) {
      return start + "; " + refusals.getFirst();
    }
    return start + "; name a folder with CSV, JSON lines, Parquet or other tables.";
  }

  private static void addCounted(List<String> warnings, List<String> names, String why) {
    if (!names.isEmpty()) {
      warnings.add(FolderListing.counted(names, why));
    }
  }
}
