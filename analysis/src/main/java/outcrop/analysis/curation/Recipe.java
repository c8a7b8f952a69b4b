package outcrop.analysis.curation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Operations in their order.
public record Recipe(List<Operation> operations) {
  public static final Recipe EMPTY = new Recipe(List.of());

  /// @throws IllegalArgumentException where two operations share an id or the name of their field
  public Recipe {
    operations = List.copyOf(operations);
    Set<String> ids = new HashSet<>();
    Set<String> outputs = new HashSet<>();
    for (Operation operation : operations) {
      if (!ids.add(operation.id()) || !outputs.add(operation.output())) {
        throw new IllegalArgumentException(
            "Two operations are called “%s” or write into “%s”"
                .formatted(operation.id(), operation.output()));
      }
    }
  }

  public Optional<Operation> find(String id) {
    return operations.stream().filter(operation -> operation.id().equals(id)).findFirst();
  }

  /// With an operation at the end.
  public Recipe with(Operation operation) {
    List<Operation> result = new ArrayList<>(operations);
    result.add(operation);
    return new Recipe(result);
  }

  /// With an operation in the place of the one with its id; unchanged where there is none.
  public Recipe replacing(Operation operation) {
    return new Recipe(
        operations.stream().map(old -> old.id().equals(operation.id()) ? operation : old).toList());
  }

  public Recipe without(String id) {
    return new Recipe(operations.stream().filter(operation -> !operation.id().equals(id)).toList());
  }

  /// An id of the form `operation-N` that no operation has.
  public String freeId() {
    return free("operation-", Set.of());
  }

  /// A name for the field of an operation: `name`, or with the smallest number that makes it new.
  ///
  /// @param taken names that other fields have
  public String freeOutput(String name, Set<String> taken) {
    boolean used =
        taken.contains(name)
            || operations.stream().anyMatch(operation -> operation.output().equals(name));
    return used ? free(name + " ", taken) : name;
  }

  private String free(String prefix, Set<String> taken) {
    Set<String> used = new HashSet<>(taken);
    operations.forEach(
        operation -> {
          used.add(operation.id());
          used.add(operation.output());
        });
    return Stream.iterate(1, n -> n + 1)
        .map(n -> prefix + n)
        .filter(name -> !used.contains(name))
        .findFirst()
        .orElseThrow();
  }
}
