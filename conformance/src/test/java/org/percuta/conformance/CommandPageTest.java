package org.percuta.conformance;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.percuta.cli.Percuta;

/** The page of the command line is the command's own help. */
class CommandPageTest {

  private static final List<List<String>> COMMANDS =
      List.of(
          List.of(),
          List.of("screen"),
          List.of("plan"),
          List.of("ask"),
          List.of("triage"),
          List.of("knowledge"),
          List.of("knowledge", "check"),
          List.of("knowledge", "coverage"),
          List.of("knowledge", "show"),
          List.of("knowledge", "why"),
          List.of("knowledge", "conflicts"),
          List.of("knowledge", "diff"),
          List.of("dose"),
          List.of("heal"));

  @Test
  void help() throws IOException {
    StringBuilder page =
        new StringBuilder(
            "# The command line\n\nEvery command with its options, as `--help` prints it.\n");
    for (List<String> command : COMMANDS) {
      page.append("\n## percuta ").append(String.join(" ", command)).append("\n\n```\n");
      page.append(help(command).stripTrailing()).append("\n```\n");
    }
    GeneratedDocs.hold("docs/cli.md", page.toString().replace("percuta \n", "percuta\n"));
  }

  private static String help(List<String> command) {
    StringWriter out = new StringWriter();
    PrintWriter writer = new PrintWriter(out);
    String[] args = Stream.concat(command.stream(), Stream.of("--help")).toArray(String[]::new);
    Percuta.run(writer, writer, args);
    return out.toString();
  }
}
