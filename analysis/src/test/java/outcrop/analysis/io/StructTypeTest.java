package outcrop.analysis.io;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

final class StructTypeTest {
  @Test
  void membersHaveNamesAndTypesOfAnyForm() {
    assertEquals(
        List.of(
            new StructType.Member("a", "INTEGER"),
            new StructType.Member("b, \"c\"", "STRUCT(d DECIMAL(18,2), e VARCHAR[])"),
            new StructType.Member("m", "MAP(VARCHAR, STRUCT(x DATE))"),
            new StructType.Member("t", "TIMESTAMP WITH TIME ZONE")),
        StructType.members(
            "STRUCT(a INTEGER, \"b, \"\"c\"\"\" STRUCT(d DECIMAL(18,2), e VARCHAR[]),"
                + " m MAP(VARCHAR, STRUCT(x DATE)), t TIMESTAMP WITH TIME ZONE)"),
        "the members of a struct");
  }

  @Test
  void otherTypesHaveNoMembers() {
    for (String type : List.of("INTEGER", "STRUCT(a INTEGER)[]", "MAP(VARCHAR, INTEGER)", "")) {
      assertEquals(List.of(), StructType.members(type), type + " is no struct");
    }
  }
}
